package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults are put into gateways under load; the checker says what became of every message. Prints its seed. */
@Tag("faults")
class GatewayFaults {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayFaults.class);
    private static final FaultForm FORM = FaultForm.asked();
    private static final Path FOLDER = FORM.folder().resolve(Long.toString(System.currentTimeMillis(), 36));

    @Test
    void killedAndHaltedOnFailingLinesNothingIsLostDoubledOrOutOfOrder() throws Exception {
        Random seeds = seeds("kills");
        try (Bed bed = new Bed(FOLDER.resolve("kills"), Setup.embedded().forgetting("hotline"), seeds.nextLong());
                CaseLoad load = new CaseLoad(bed.sender(), "k", seeds.nextLong(), 0)) {
            bed.start();
            try (Sampler sampler = new Sampler(bed)) {
                load.start(FORM.rate());
                Nemesis nemesis =
                        new Nemesis(bed, seeds.nextLong(), Nemesis.ofOneGateway(bed), 500, 1_500, 200).start();
                new KillPhase(bed, seeds.nextLong()).run(FORM.points(), FORM.kills());
                LockSupport.parkNanos((long) (TimeUnit.MINUTES.toNanos(1) * FORM.minutes()));
                nemesis.stop();
            }
            assertThat(load.stop(60)).as("every message has its receipt").isTrue();
            verdict("kills", bed, bed.heal());
        }
    }

    private static Random seeds(String phase) {
        say("%s: seed %d (-Dfaults.seed), histories in %s", phase, FORM.seed(), FOLDER);
        return new Random(FORM.seed() + phase.hashCode());
    }

    private static void verdict(String phase, Bed bed, Duration healed) {
        CheckReport report = bed.check();
        say("%s: %s", phase, bed.log().text());
        say("%s: healed in %.1f s; %s", phase, healed.toMillis() / 1e3, report.text());
        assertThat(report.breaches()).isEmpty();
    }

    private static void say(String format, Object... values) {
        LOG.info(String.format(Locale.ROOT, format, values));
    }
}
