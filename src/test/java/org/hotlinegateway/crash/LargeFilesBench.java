package org.hotlinegateway.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hotlinegateway.simulator.Effect;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Four files of 50 MB at once through a gateway whose whole heap is smaller than they are, killed once the first has
 * reached the hotline: the missing ones follow, and the order is not made again. Takes a minute: run by hand.
 */
class LargeFilesBench {
    private static final Logger LOG = LoggerFactory.getLogger(LargeFilesBench.class);
    private static final int FILES = 4;
    private static final int SIZE = 50 * 1024 * 1024;
    private static final String CASE = "BBCS-442000114-20210908-0100";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void largeFilesNeedLittleMemoryAndSurviveAKill() throws Exception {
        try (StandInPeers peers =
                        new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
                GatewayProcess gateway = gateway(peers)) {
            gateway.start();
            register(gateway);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> effects(peers, "file/") == 0 && effects(peers, CASE) == 1);
            long before = System.nanoTime();
            IntStream.range(0, FILES)
                    .parallel()
                    .forEach(i -> assertThat(upload(gateway, i)).isEqualTo(202));
            LOG.info("{} files of 50 MB taken in {}", FILES, Duration.ofNanos(System.nanoTime() - before));
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> effects(peers, "file/") > 0);

            gateway.kill();
            gateway.start();
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> effects(peers, "file/") == FILES);
            assertThat(peers.hotline().effects().values())
                    .allSatisfy(one -> assertThat(one.effects()).isEqualTo(1));
            assertThat(effects(peers, CASE)).isEqualTo(1);
            assertThat(gateway.console()).doesNotContain("OutOfMemoryError");
            LOG.info("all at the hotline in {}", Duration.ofNanos(System.nanoTime() - before));
        }
    }

    private GatewayProcess gateway(StandInPeers peers) {
        peers.start();
        return new GatewayProcess(folder.resolve("data"), peers.port())
                .inJvm(List.of("-Xmx144m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    private static long effects(StandInPeers peers, String beginning) {
        Map<String, Effect> effects = peers.hotline().effects();
        return effects.keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .count();
    }

    private void register(GatewayProcess gateway) throws Exception {
        String message = Files.readString(Path.of("src/test/resources/golden/G1.json"))
                .replace("BBCS-442000002-20210908-0016", CASE)
                .replace("ZS-DQ", "ZS-SX");
        HttpResponse<String> receipt = http.send(
                request(gateway, "/api/v1/window/events", "application/json", BodyPublishers.ofString(message)),
                HttpResponse.BodyHandlers.ofString());
        assertThat(receipt.statusCode()).isEqualTo(202);
    }

    private int upload(GatewayProcess gateway, int number) {
        byte[] content = new byte[SIZE];
        new Random(number).nextBytes(content);
        byte[] start = HexFormat.of().parseHex("ffd8ffe000104a464946");
        System.arraycopy(start, 0, content, 0, start.length);
        String head = "--edge\r\nContent-Disposition: form-data; name=\"caseNo\"\r\n\r\n" + CASE
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"fileId\"\r\n\r\nL" + number
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head, UTF_8),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--edge--\r\n"));
        try {
            return http.send(
                            request(gateway, "/api/v1/window/attachments", "multipart/form-data; boundary=edge", body),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(GatewayProcess gateway, String path, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .header("Authorization", "Bearer demo-window")
                .header("Content-Type", type)
                .POST(body)
                .build();
    }
}
