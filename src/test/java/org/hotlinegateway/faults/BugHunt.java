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

    /** Killed a few times under load; it need not be started again to see what it lost. */
    private CheckReport killed(Bed bed, SeededBug bug) throws Exception {
        try (CaseLoad load = new CaseLoad(bed.sender(), "b", seed, 0)) {
            load.start(100);
            Awaitility.await().atMost(SOON).until(() -> bed.sender().acknowledged() > 100);
            bed.node(0).gateway().kill();
        }
        return caught(bed, bug);
    }

    /** Every message comes twice at the same time, one to each gateway. */
    private CheckReport hasty(Bed bed, SeededBug bug) throws SQLException {
        try (Connection connection = DriverManager.getConnection(bed.ledgerUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table message drop constraint message_peer_name_message_key_key");
        }
        send(bed, Manner.TWICE);
        return caught(bed, bug);
    }

    private CheckReport on(Bed bed, SeededBug bug, LineFault fault, double share) {
        bed.line("hotline").faults().set(fault, share);
        send(bed, Manner.CAREFUL);
        return caught(bed, bug);
    }

    private CheckReport replayed(Bed bed, SeededBug bug) {
        bed.sender().replay(WindowMessage.of("b", 1, 1));
        return caught(bed, bug);
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
    private static CheckReport caught(Bed bed, SeededBug bug) {
        try {
            return Awaitility.await()
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(500))
                    .until(bed::check, report -> report.count(bug.caughtAs()) > 0);
        } catch (ConditionTimeoutException missed) {
            return bed.check();
        }
    }
}
