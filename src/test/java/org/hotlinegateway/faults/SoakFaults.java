package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The long form: hours under load with a fault now and then, and a large backlog after an outage. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoakFaults {
    private static final int FAULT_EVERY_MILLIS = 20_000;
    private static final int FAULT_LASTS_MILLIS = 2_000;
    private static final int SAMPLES_AT_LEAST = 12;
    private static final int FILL_PER_SECOND = 150;
    private static final Duration SAMPLED = Duration.ofSeconds(10);

    private final FaultRun run = new FaultRun();

    @BeforeEach
    void onlyInTheLongForm() {
        if (!run.form().isLong()) {
            FaultRun.notRunHere("soak and backlog", "-Dfaults.form=long runs them");
        }
        assumeTrue(run.form().isLong());
    }

    @Test
    void heapThreadsAndDescriptorsStayFlatUnderFaults() throws Exception {
        Random seeds = run.seeds("soak");
        try (Bed bed = new Bed(run.folder("soak"), Setup.embedded(), seeds.nextLong());
                CaseLoad load = new CaseLoad(
                        bed.sender(), "s", seeds.nextLong(), run.form().firstCase())) {
            bed.start();
            List<Footprint> samples;
            try (Sampler sampler = new Sampler(bed, SAMPLED)) {
                load.start(run.form().rate());
                Nemesis nemesis = new Nemesis(
                                bed,
                                seeds.nextLong(),
                                Nemesis.ofOneGateway(bed),
                                FAULT_LASTS_MILLIS / 2,
                                FAULT_LASTS_MILLIS,
                                FAULT_EVERY_MILLIS - FAULT_LASTS_MILLIS)
                        .start();
                samples = samples(bed);
                nemesis.stop();
            }
            assertThat(load.stop(120)).as("every message has its receipt").isTrue();
            run.verdict("soak", bed, bed.heal());
            assertFlat(samples);
        }
    }

    private List<Footprint> samples(Bed bed) throws IOException {
        long step = (long) (TimeUnit.MINUTES.toNanos(1) * run.form().minutes()) / (SAMPLES_AT_LEAST * 4);
        List<Footprint> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES_AT_LEAST * 4; i++) {
            LockSupport.parkNanos(step);
            Footprint now = Footprint.of(bed.node(0).gateway().pid());
            samples.add(now);
            FaultRun.say("soak: %s, %s", now.text(), bed.log().text());
        }
        return samples;
    }

    /** The last quarter against the second; the first warms up. */
    private static void assertFlat(List<Footprint> samples) {
        int quarter = samples.size() / 4;
        Footprint early = Footprint.highest(samples.subList(quarter, 2 * quarter));
        Footprint late = Footprint.highest(samples.subList(3 * quarter, samples.size()));
        FaultRun.say("soak: second quarter %s; last quarter %s", early.text(), late.text());
        assertThat(late.isFlatSince(early)).as(late.text()).isTrue();
    }

    @Test
    void aBacklogIsDrainedInOrderWhenThePeersComeBack() throws Exception {
        Random seeds = run.seeds("backlog");
        try (Bed bed = new Bed(run.folder("backlog"), Setup.embedded(), seeds.nextLong());
                CaseLoad load = new CaseLoad(
                        bed.sender(), "o", seeds.nextLong(), run.form().firstCase());
                LedgerExport ledger = outage(bed)) {
            long begin = System.nanoTime();
            load.start(FILL_PER_SECOND);
            Awaitility.await("the backlog is large enough")
                    .atMost(Duration.ofHours(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> ledger.waiting() >= run.form().backlog());
            assertThat(load.stop(120)).as("every message has its receipt").isTrue();
            long waiting = ledger.waiting();
            double filled = (System.nanoTime() - begin) / 1e9;
            Bed.PEERS.forEach(peer -> bed.line(peer).up());
            begin = System.nanoTime();
            Awaitility.await("the backlog is drained")
                    .atMost(Duration.ofHours(1))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> ledger.waiting() == 0);
            double drained = (System.nanoTime() - begin) / 1e9;
            bed.log().add("OUTAGE", "all peers", waiting);
            FaultRun.say(
                    "backlog: %d waited after an outage of %.0f s, drained in %.1f s (%.0f/s)",
                    waiting, filled, drained, waiting / drained);
            run.verdict("backlog", bed, bed.heal());
        }
    }

    private static LedgerExport outage(Bed bed) {
        bed.start();
        Bed.PEERS.forEach(peer -> bed.line(peer).down());
        return bed.ledger();
    }
}
