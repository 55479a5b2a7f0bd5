package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under a running gateway is nearly full, really full, and broken. */
@Tag("faults")
class DiskFaults {
    private static final int LEDGER_LOST = 70;
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private StandInPeers peers;
    private GatewayProcess gateway;
    private CaseLoad load;

    @BeforeEach
    void peers() {
        peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
        peers.start();
    }

    @AfterEach
    void stop() {
        if (load != null) {
            load.close();
            gateway.close();
        }
        peers.close();
    }

    @Test
    void onANearlyFullDiskNewMessagesAreRefusedAcceptedOnesGoOnAndItOpensByItself() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("data"), 96)) {
            start("--gateway.ledger.keep-free=12MB");
            load.send(150).awaitAnswers(100);
            disk.fill(8 * MEGABYTE);
            Awaitility.await("refused").atMost(Duration.ofSeconds(30)).until(() -> load.refused() > 20);
            load.awaitDelivered();
            assertThat(gateway.health("storage")).isEqualTo(503);
            assertThat(gateway.health("readiness")).isEqualTo(200);
            assertThat(gateway.health("liveness")).isEqualTo(200);
            disk.empty();
            allArrives();
            assertThat(gateway.health("storage")).isEqualTo(200);
            gateway.close();
        }
    }

    @Test
    void aReallyFullDiskLosesNothingAcknowledgedAndTheGatewayLivesThroughIt() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("data"), 96)) {
            start("--gateway.ledger.keep-free=4KB");
            load.send(150).awaitAnswers(100);
            disk.fill(0);
            Awaitility.await("refused").atMost(Duration.ofSeconds(30)).until(() -> load.refused() > 20);
            gateway.kill();
            gateway.start();
            assertThat(gateway.health("liveness")).isEqualTo(200);
            disk.empty();
            allArrives();
            gateway.close();
        }
    }

    @Test
    void aFailedSyncEndsTheProcessAndANewOneGoesOnFromTheDisk() throws Exception {
        assumeTrue(SmallDisk.run("strace", "-V"), "strace is there");
        start();
        load.send(100).awaitAnswers(60);
        Process failing = failEverySync();
        int exit = gateway.awaitEnd();
        failing.destroyForcibly().waitFor();

        assertThat(exit).isEqualTo(LEDGER_LOST);
        assertThat(gateway.console()).contains("the ledger's disk cannot be trusted, exiting");
        gateway.start();
        allArrives();
    }

    private Process failEverySync() throws IOException {
        return new ProcessBuilder(
                        "strace",
                        "-f",
                        "-p",
                        Long.toString(gateway.pid()),
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO",
                        "-o",
                        folder.resolve("strace").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("strace.log").toFile())
                .start();
    }

    private void start(String... arguments) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        gateway = new GatewayProcess(data, peers.port(), arguments).start();
        load = new CaseLoad(peers, 8, List.of(gateway.url()));
    }

    private void allArrives() throws Exception {
        load.awaitAcknowledged();
        load.awaitDelivered();
        load.assertNothingIsLostDoubledOrOutOfOrder();
    }
}
