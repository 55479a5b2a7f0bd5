package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code SIGTERM} in the middle of work. */
class StopTest {
    private static final Logger LOG = LoggerFactory.getLogger(StopTest.class);
    private static final int CASES = 150;

    @TempDir
    Path folder;

    @Test
    void aGatewayStoppedUnderLoadLosesAndDoublesNothingAndEndsSoon() throws Exception {
        try (StandInPeers peers =
                        new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
                GatewayProcess gateway = new GatewayProcess(folder.resolve("data"), peersStarted(peers))
                        .startingFrom(SharedClasses.ofThisBuild());
                CaseLoad load = new CaseLoad(peers, 8, List.of(gateway.url()))) {
            gateway.start();
            load.send(CASES).awaitAnswers(CASES);

            long before = System.nanoTime();
            int exit = gateway.stop();

            Duration took = Duration.ofNanos(System.nanoTime() - before);
            LOG.info("stopped under load in {}", took);
            assertThat(exit).isEqualTo(143);
            assertThat(took).isLessThan(Duration.ofSeconds(30));
            assertThat(gateway.console())
                    .contains("leaving: not ready")
                    .doesNotContain("ERROR", "Forcing shutdown", "the ledger is closed");
            gateway.start();
            load.awaitAcknowledged();
            load.awaitDelivered();
            load.assertNothingIsLostDoubledOrOutOfOrder();
        }
    }

    private static int peersStarted(StandInPeers peers) {
        peers.start();
        return peers.port();
    }
}
