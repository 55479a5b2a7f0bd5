package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of all phases: where its histories lie, its seed, and what its phases add up to. */
final class FaultRun {
    private static final Logger LOG = LoggerFactory.getLogger(FaultRun.class);

    private final FaultForm form = FaultForm.asked();
    private final Path folder;
    private int phases;
    private int faults;
    private long messages;
    private long breaches;

    FaultRun() {
        String name = System.getProperty("faults.part", Long.toString(System.currentTimeMillis(), 36));
        this.folder = form.folder().resolve(name);
    }

    FaultForm form() {
        return form;
    }

    /** Where a phase keeps its histories and its gateways their data. */
    Path folder(String phase) {
        return folder.resolve(phase);
    }

    /** All chance of a phase; prints its seed. */
    Random seeds(String phase) {
        say("%s: seed %d (-Dfaults.seed), histories in %s", phase, form.seed(), folder(phase));
        return new Random(form.seed() + phase.hashCode());
    }

    /** Checks the histories of a phase that is over, prints what was found, and fails on a breach. */
    CheckReport verdict(String phase, Bed bed, Duration healed) {
        CheckReport report = bed.check();
        phases++;
        faults += bed.log().faults();
        messages += report.figure("in the ledger") + report.figure("deliveries");
        breaches += report.breaches().size();
        say("%s: %s", phase, bed.log().text());
        say("%s: healed in %.1f s; %s", phase, healed.toMillis() / 1e3, report.text());
        assertThat(report.breaches()).isEmpty();
        assertThat(bed.operator().auditIsWhole()).as("I10 the audit is whole").isTrue();
        return report;
    }

    int phases() {
        return phases;
    }

    int faults() {
        return faults;
    }

    long messages() {
        return messages;
    }

    long breaches() {
        return breaches;
    }

    /** Says aloud that a phase is not proven on this machine. */
    static void notRunHere(String phase, String why) {
        say("NOT RUN HERE: %s (%s)", phase, why);
    }

    static void say(String format, Object... values) {
        LOG.info(String.format(Locale.ROOT, format, values));
    }
}
