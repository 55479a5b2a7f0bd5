package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.hotlinegateway.simulator.Mode;
import org.hotlinegateway.simulator.Received;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code SIGTERM} while a peer keeps the gateway waiting, and time to say good-bye. */
@Tag("faults")
class StopFaults {
    private static final Logger LOG = LoggerFactory.getLogger(StopFaults.class);

    private static final Pattern KIND = Pattern.compile("<YWLX>\\w+");

    @TempDir
    Path folder;

    @Test
    void aPeerThatHangsHoldsUpNoStopAndItsMessageGoesAgainAfterwards() throws Exception {
        try (StandInPeers peers =
                new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC())) {
            peers.start();
            peers.legacy().behave(Mode.TIMEOUT_AFTER_CREATE);
            GatewayProcess gateway = new GatewayProcess(
                            folder.resolve("data"),
                            peers.port(),
                            "--gateway.door.leaving=3s",
                            "--gateway.reconciliation.daily-at=00:00")
                    .start();
            try (gateway;
                    CaseLoad load = new CaseLoad(peers, 4, List.of(gateway.url()))) {
                load.send(4).awaitAcknowledged();
                Awaitility.await("the hotline has a message and a question for its list, and answers neither")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> kindsOf(peers.received("hotline-legacy")) > 1);

                assertThat(endsWithin(gateway)).isLessThan(Duration.ofSeconds(30));

                peers.legacy().behave(Mode.OK);
                gateway.start();
                load.awaitDelivered();
                load.assertNothingIsLostDoubledOrOutOfOrder();
            }
        }
    }

    private static long kindsOf(List<Received> received) {
        return received.stream()
                .flatMap(one -> KIND.matcher(one.bodyText()).results())
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    private static Duration endsWithin(GatewayProcess gateway) {
        long before = System.nanoTime();
        gateway.signal("TERM");
        Awaitility.await("says that it leaves, and is still there")
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> gateway.health("readiness") == 503 && gateway.health("liveness") == 200);
        gateway.awaitEnd();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        LOG.info("stopped with a hanging peer in {}", took);
        return took;
    }
}
