package org.hotlinegateway.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.hotlinegateway.ledger.PostgresServer;

/**
 * Runs a gateway with one seeded bug under the fault that brings it out, and asks the checker. Nothing here knows what
 * the bug does to the histories: the breach that must be found is an invariant's.
 */
final class BugHunt {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int CASES = 30;
    private static final int KILLS = 5;
    private static final Duration ANSWERS_NOTED = Duration.ofSeconds(3);

    private final Path folder;
    private final long seed;

    BugHunt(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** What the checker said; sound when it missed the bug. */
    CheckReport hunt(SeededBug bug) throws Exception {
        try (Bed bed = new Bed(folder.resolve(bug.name()), setup(bug).with(bug), seed)) {
            bed.start();
            return switch (bug) {
                case ACKNOWLEDGE_BEFORE_COMMIT -> killed(bed, bug);
                case CHECK_THEN_INSERT -> hasty(bed, bug);
                case NO_FENCE -> on(bed, bug, LineFault.LATENCY, 1);
                case RETRY_WITH_A_NEW_KEY -> on(bed, bug, LineFault.CUT_BEFORE_ANSWER, 0.6);
                case ORDER_BY_GLOBAL_ID -> on(bed, bug, LineFault.CUT_BEFORE_REQUEST, 0.6);
                case NONCE_NOT_STORED -> replayed(bed, bug);
            };
        }
    }

    private static Setup setup(SeededBug bug) {
        return switch (bug) {
            case CHECK_THEN_INSERT -> Setup.pair(PostgresServer.newDatabase());
            case NO_FENCE -> Setup.embedded().inJvm("-Dfaults.lease=PT0.4S");
            default -> Setup.embedded();
        };
    }

    /** Killed as soon as it has acknowledged something; again, as long as it lost nothing by that. */
    private CheckReport killed(Bed bed, SeededBug bug) throws Exception {
        try (CaseLoad load = new CaseLoad(bed.sender(), "b", seed, 0)) {
            load.start(100);
            CheckReport report = killedOnce(bed, bug);
            for (int kill = 1; kill < KILLS && report.count(bug.caughtAs()) == 0; kill++) {
                bed.node(0).start();
                report = killedOnce(bed, bug);
            }
            return report;
        }
    }

    private static CheckReport killedOnce(Bed bed, SeededBug bug) {
        long before = bed.sender().acknowledged();
        Awaitility.await("a receipt")
                .atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> bed.sender().acknowledged() > before);
        bed.node(0).gateway().kill();
        return caught(bed, bug, ANSWERS_NOTED);
    }

    /** Every message comes twice at the same time, one to each gateway. */
    private CheckReport hasty(Bed bed, SeededBug bug) throws SQLException {
        try (Connection connection = DriverManager.getConnection(bed.ledgerUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table message drop constraint message_peer_name_message_key_key");
        }
        send(bed, Manner.TWICE);
        return caught(bed, bug, SOON);
    }

    private CheckReport on(Bed bed, SeededBug bug, LineFault fault, double share) {
        bed.line("hotline").faults().set(fault, share);
        send(bed, Manner.CAREFUL);
        return caught(bed, bug, SOON);
    }

    private CheckReport replayed(Bed bed, SeededBug bug) {
        bed.sender().replay(WindowMessage.of("b", 1, 1));
        return caught(bed, bug, SOON);
    }

    private static void send(Bed bed, Manner manner) {
        List<CompletableFuture<Void>> sending = IntStream.range(0, CASES)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    bed.sender().sendUntilAcknowledged(WindowMessage.of("b", 2 * i + 1, 1), manner);
                    bed.sender().sendUntilAcknowledged(WindowMessage.of("b", 2 * i + 1, 2), manner);
                }))
                .toList();
        sending.forEach(CompletableFuture::join);
    }

    /** Looks again and again while the bug may still show itself. */
    private static CheckReport caught(Bed bed, SeededBug bug, Duration patience) {
        try {
            return Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(bed::check, report -> report.count(bug.caughtAs()) > 0);
        } catch (ConditionTimeoutException missed) {
            return bed.check();
        }
    }
}
