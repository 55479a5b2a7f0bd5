package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The long form: hundreds of kills, hours under load with a fault now and then, and a large backlog after an outage. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoakFaults {
    private static final int FAULT_EVERY_MILLIS = 20_000;
    private static final int FAULT_LASTS_MILLIS = 2_000;
    private static final int SAMPLES_AT_LEAST = 12;
    private static final List<String> PACED = List.of("window", "hotline", "hotline-legacy");
    private static final double DELIVERIES_A_MESSAGE = 2.5;
    private static final int STRETCH_MILLIS = 10_000;
    private static final Duration SAMPLED = Duration.ofSeconds(10);

    private final FaultRun run = new FaultRun();

    @BeforeEach
    void onlyInTheLongForm() {
        if (!run.form().isLong()) {
            FaultRun.notRunHere("500 kills, soak and backlog", "-Dfaults.form=long runs them");
        }
        assumeTrue(run.form().isLong());
    }

    @Test
    void killedHundredsOfTimesNothingIsLostDoubledOrOutOfOrder() throws Exception {
        Random seeds = run.seeds("random kills");
        Setup setup = Setup.embedded().unwoven().forgetting("hotline");
        try (Bed bed = new Bed(run.folder("random kills"), setup, seeds.nextLong());
                CaseLoad load = new CaseLoad(
                        bed.sender(), "r", seeds.nextLong(), run.form().firstCase())) {
            bed.start();
            load.start(run.form().rate());
            Nemesis nemesis = new Nemesis(bed, seeds.nextLong(), Nemesis.ofLines(bed), 400, 1_000, 100).start();
            ScheduledExecutorService person = Executors.newSingleThreadScheduledExecutor();
            person.scheduleWithFixedDelay(() -> bed.operator().decideHeld(), 2, 2, TimeUnit.SECONDS);
            try {
                new KillPhase(bed, seeds.nextLong()).run(List.of(), run.form().randomKills());
            } finally {
                person.shutdownNow();
                nemesis.stop();
            }
            assertThat(load.stop(180)).as("every message has its receipt").isTrue();
            run.verdict("random kills", bed, bed.heal());
        }
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
            assertThat(load.stop(180)).as("every message has its receipt").isTrue();
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
        Footprint early = Footprint.middle(samples.subList(quarter, 2 * quarter));
        Footprint late = Footprint.middle(samples.subList(3 * quarter, samples.size()));
        FaultRun.say("soak: second quarter %s; last quarter %s", early.text(), late.text());
        assertThat(late.isFlatSince(early)).as(late.text()).isTrue();
    }

    /** All peers are away for long while cases come; then each takes so many requests a second, as staff said. */
    @Test
    void aBacklogIsDrainedInOrderAtTheSetSpeed() throws Exception {
        Random seeds = run.seeds("backlog");
        FaultForm form = run.form();
        double outage = TimeUnit.MINUTES.toSeconds(1) * form.outageMinutes();
        try (Bed bed = new Bed(run.folder("backlog"), Setup.embedded(), seeds.nextLong());
                CaseLoad load = new CaseLoad(bed.sender(), "o", seeds.nextLong(), form.firstCase())) {
            bed.start();
            PACED.forEach(peer -> bed.operator().set(peer, "drain-rate", Integer.toString(form.drainRate())));
            Bed.PEERS.forEach(peer -> bed.line(peer).down());
            try (LedgerExport ledger = bed.ledger()) {
                load.start(form.backlog() / outage / DELIVERIES_A_MESSAGE);
                LockSupport.parkNanos((long) (TimeUnit.SECONDS.toNanos(1) * outage));
                Awaitility.await("the backlog is large enough")
                        .atMost(Duration.ofHours(1))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> ledger.waiting() >= form.backlog());
                assertThat(load.stop(180)).as("every message has its receipt").isTrue();
                drain(bed, ledger);
            }
            run.verdict("backlog", bed, bed.heal());
        }
        PACED.forEach(peer -> assertPaced(peer, form.drainRate()));
    }

    private static void drain(Bed bed, LedgerExport ledger) {
        long waiting = ledger.waiting();
        Bed.PEERS.forEach(peer -> bed.line(peer).up());
        long begin = System.nanoTime();
        Awaitility.await("the backlog is drained")
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ledger.waiting() == 0);
        double drained = (System.nanoTime() - begin) / 1e9;
        bed.log().add("OUTAGE", "all peers", waiting);
        FaultRun.say("backlog: %d waited, drained in %.1f s (%.0f/s)", waiting, drained, waiting / drained);
    }

    /**
     * In no stretch of ten seconds more than was set. A second's worth may have been saved up, and what was sent before may
     * arrive with it.
     */
    private void assertPaced(String peer, int perSecond) {
        long[] times = HistoryFile.rows(new Histories(run.folder("backlog")).effects()).stream()
                .filter(row -> row[2].equals(peer))
                .mapToLong(row -> Long.parseLong(row[1]))
                .sorted()
                .toArray();
        int fastest = 0;
        for (int from = 0, to = 0; to < times.length; to++) {
            while (times[to] - times[from] >= STRETCH_MILLIS) {
                from++;
            }
            fastest = Math.max(fastest, to - from + 1);
        }
        double lasted = (times[times.length - 1] - times[0]) / 1e3;
        FaultRun.say(
                "backlog: %s took %d in %.1f s, %.1f/s, at most %.1f/s over ten seconds, of %d/s set",
                peer, times.length, lasted, times.length / lasted, fastest / (STRETCH_MILLIS / 1e3), perSecond);
        assertThat(fastest / (STRETCH_MILLIS / 1e3)).isLessThanOrEqualTo(perSecond * 1.15);
    }
}
