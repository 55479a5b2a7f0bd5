package org.hotlinegateway.crash;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kill -9} of the running gateway, three times in the middle of 500 cases. */
class KillTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int CASES = 500;
    private static final int SENDERS = 8;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    private StandInPeers peers;
    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
        peers.start();
        gateway = new GatewayProcess(folder.resolve("data"), peers.port(), "--gateway.flow.sweep-every=1s")
                .startingFrom(SharedClasses.ofThisBuild())
                .start();
    }

    @AfterEach
    void stop() {
        gateway.close();
        peers.close();
    }

    @Test
    void noAcknowledgedCaseIsMissingNoneIsTwiceAndEachKeepsItsOrder() throws Exception {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        Random random = new Random(seed);
        try (CaseLoad load = new CaseLoad(peers, SENDERS, List.of(gateway.url()))) {
            load.send(CASES);
            for (int kill = 1; kill <= KILLS; kill++) {
                load.awaitAnswers(CASES * 2 * kill / (KILLS + 1) - random.nextInt(CASES / 8));
                gateway.kill();
                comeBack(load);
            }
            load.awaitAcknowledged();
            load.awaitDelivered();
            load.assertNothingIsLostDoubledOrOutOfOrder();
        }
    }

    private void comeBack(CaseLoad load) {
        long before = System.nanoTime();
        gateway.start();
        Duration ready = Duration.ofNanos(System.nanoTime() - before);
        load.awaitAnswers(Math.min(load.answered() + 1, CASES * 2));
        LOG.info("ready {} after the kill, at work after {}", ready, Duration.ofNanos(System.nanoTime() - before));
    }
}
