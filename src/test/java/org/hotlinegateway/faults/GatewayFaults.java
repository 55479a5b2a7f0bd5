package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hotlinegateway.ledger.PostgresServer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Faults are put into gateways under load; a checker that knows only the histories says what became of every message.
 * A phase whose faults struck nobody fails.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayFaults {
    private static final int FAULTS_AT_LEAST = 110;
    private static final int MESSAGES_AT_LEAST = 20_000;
    private static final int SYNCED = 40;
    private static final int RECEIPTS_WITHIN = 180;

    /** The long form measures long enough to hold the real limit; the short one only sees a peer that stops the others. */
    private static final double ISOLATED = 0.9;

    private static final double NOT_STOPPED = 0.5;

    private final FaultRun run = new FaultRun();
    private final Set<SeededBug> caught = EnumSet.noneOf(SeededBug.class);

    @Test
    @Order(1)
    void killedAndHaltedOnFailingLinesNothingIsLostDoubledOrOutOfOrder() throws Exception {
        Random seeds = run.seeds("kills");
        FaultForm form = run.form();
        try (Bed bed = new Bed(run.folder("kills"), Setup.embedded().forgetting("hotline"), seeds.nextLong());
                CaseLoad load = new CaseLoad(bed.sender(), "k", seeds.nextLong(), form.firstCase())) {
            bed.start();
            try (Sampler sampler = new Sampler(bed)) {
                load.start(form.rate());
                Nemesis nemesis =
                        new Nemesis(bed, seeds.nextLong(), Nemesis.ofOneGateway(bed), 400, 1_000, 100).start();
                new KillPhase(bed, seeds.nextLong()).run(form.points(), form.kills());
                LockSupport.parkNanos((long) (TimeUnit.MINUTES.toNanos(1) * form.minutes()));
                nemesis.stop();
            }
            assertThat(load.stop(RECEIPTS_WITHIN))
                    .as("every message has its receipt")
                    .isTrue();
            run.verdict("kills", bed, bed.heal());
            form.points()
                    .forEach(point -> assertThat(bed.log().faults(point.name()))
                            .as("the point %s was passed", point)
                            .isPositive());
        }
    }

    @Test
    @Order(2)
    void twoGatewaysSurviveZombiesKillsAndTheLossOfTheirBroker() throws Exception {
        Random seeds = run.seeds("pair");
        Path folder = run.folder("pair");
        BrokerProcess broker = BrokerProcess.on(folder.resolve("broker"));
        Setup setup = Setup.pair(PostgresServer.newDatabase())
                .inJvm(PairPhase.LEASE)
                .with("--spring.artemis.mode=native", "--spring.artemis.broker-url=" + broker.url());
        try (broker;
                Bed bed = new Bed(folder, setup, seeds.nextLong());
                CaseLoad load = new CaseLoad(
                        bed.sender(), "p", seeds.nextLong(), run.form().firstCase())) {
            broker.start();
            bed.start();
            try (Sampler sampler = new Sampler(bed)) {
                load.start(run.form().rate() / 2);
                Nemesis nemesis = new Nemesis(bed, seeds.nextLong(), Nemesis.ofLines(bed), 400, 1_000, 100).start();
                new PairPhase(bed, broker, seeds.nextLong()).run(run.form().rounds());
                nemesis.stop();
            }
            assertThat(load.stop(RECEIPTS_WITHIN))
                    .as("every message has its receipt")
                    .isTrue();
            run.verdict("pair", bed, bed.heal());
            for (String fault : Set.of("ZOMBIE", "BROKER_LOST", "CLAIM_CHECKS_PURGED", "KILL")) {
                assertThat(bed.log().faults(fault)).as(fault + " struck").isPositive();
            }
        }
    }

    @Test
    @Order(3)
    void aFullDiskAndAFailedSyncLoseNothing() throws Exception {
        Random seeds = run.seeds("disk");
        Path data = run.folder("disk").resolve("gateway0");
        boolean small = DiskPhase.mount(data);
        boolean traced = DiskPhase.canTrace();
        Setup setup = Setup.embedded().with("--gateway.ledger.keep-free=0B");
        try (Bed bed = new Bed(run.folder("disk"), setup, seeds.nextLong());
                CaseLoad load = new CaseLoad(
                        bed.sender(), "d", seeds.nextLong(), run.form().firstCase())) {
            bed.start();
            DiskPhase phase = new DiskPhase(bed);
            if (traced) {
                assertThat(phase.unsynced(SYNCED, "y", run.folder("disk").resolve("syncs.txt")))
                        .as("messages acknowledged without a sync between request and answer")
                        .isZero();
            }
            load.start(run.form().rate());
            if (small) {
                phase.fill(data);
                assertThat(bed.log().faults("DISK_FULL"))
                        .as("the disk was full")
                        .isPositive();
            } else {
                FaultRun.notRunHere("full disk", "a tmpfs may not be mounted");
            }
            if (traced) {
                phase.failSync();
                assertThat(bed.log().faults("SYNC_EIO")).as("a sync failed").isPositive();
            } else {
                FaultRun.notRunHere("failed sync", "strace is missing or may not follow a process");
            }
            assertThat(load.stop(RECEIPTS_WITHIN))
                    .as("every message has its receipt")
                    .isTrue();
            run.verdict("disk", bed, bed.heal());
        } finally {
            if (small) {
                DiskPhase.unmount(data);
            }
        }
    }

    @Test
    @Order(4)
    void aDeadPeerAndACaseThatFailsForEverSlowNobodyElse() throws Exception {
        Random seeds = run.seeds("isolation");
        try (Bed bed = new Bed(run.folder("isolation"), Setup.embedded(), seeds.nextLong())) {
            bed.start();
            Isolation.Measured measured = new Isolation(bed).measure(run.form().isolationSeconds());
            FaultRun.say(
                    "isolation: %.1f cases/s while all was well, %.1f while one peer was dead and one case failed;"
                            + " ratio %.2f",
                    measured.well(), measured.ill(), measured.ratio());
            run.verdict("isolation", bed, bed.heal());
            assertThat(measured.ratio()).isGreaterThanOrEqualTo(run.form().isLong() ? ISOLATED : NOT_STOPPED);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(5)
    void aSeededBugIsCaught(SeededBug bug) throws Exception {
        CheckReport report =
                new BugHunt(run.folder("bugs"), run.seeds("bug " + bug).nextLong()).hunt(bug);
        boolean found = report.count(bug.caughtAs()) > 0;
        FaultRun.say("seeded bug %s: %s", bug, found ? "caught as " + bug.caughtAs() : "MISSED");
        assertThat(found).as("%s is caught as %s", bug, bug.caughtAs()).isTrue();
        caught.add(bug);
    }

    /** Only where all phases ran: a single one may be run by its name. */
    @Test
    @Order(6)
    void theWholeRunWasHardEnough() {
        FaultRun.say(
                "run: %d phases, %d faults, %d messages, %d kinds of breach, seeded bugs caught %d/%d, seed %d",
                run.phases(),
                run.faults(),
                run.messages(),
                run.breaches(),
                caught.size(),
                SeededBug.values().length,
                run.form().seed());
        assertThat(run.faults()).as("faults").isGreaterThanOrEqualTo(FAULTS_AT_LEAST);
        assertThat(run.messages()).as("messages").isGreaterThanOrEqualTo(MESSAGES_AT_LEAST);
        assertThat(caught).as("seeded bugs").hasSize(SeededBug.values().length);
    }
}
