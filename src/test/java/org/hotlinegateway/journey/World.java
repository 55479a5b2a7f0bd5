package org.hotlinegateway.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotlinegateway.HotlineGateway;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.simulator.Received;
import org.hotlinegateway.simulator.Reply;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.hotlinegateway.simulator.Verdict;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole gateway with its stand-in peers, under one clock that a test moves. */
final class World implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int PATIENT_LOOKS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StandInPeers peers;
    private final ConfigurableApplicationContext gateway;
    private final String url;

    /**
     * @param clock the time of everybody
     * @param dataDir data folder of the gateway
     * @param ledgerUrl address of its ledger
     * @param arguments further command line arguments
     */
    World(Clock clock, Path dataDir, String ledgerUrl, String... arguments) {
        peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), clock);
        peers.start();
        gateway = new SpringApplicationBuilder(HotlineGateway.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--gateway.data-dir=" + dataDir,
                                        "--gateway.ledger.url=" + ledgerUrl,
                                        "--gateway.simulator.enabled=false",
                                        "--gateway.simulator.port=" + peers.port()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        url = "http://localhost:" + gateway.getEnvironment().getProperty("local.server.port");
        peers.connect(url);
    }

    StandInPeers peers() {
        return peers;
    }

    Ledger ledger() {
        return gateway.getBean(Ledger.class);
    }

    /** The live mapping set and its files, for a test that publishes quicker than the watch looks. */
    LiveMappings mappings() {
        return gateway.getBean(LiveMappings.class);
    }

    String url() {
        return url;
    }

    /** The case as its window sees it; missing node when it sees none. */
    JsonNode caseAtTheWindow(String caseNo) {
        HttpResponse<byte[]> answer = get("/api/v1/cases/" + caseNo, "demo-window");
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.missingNode();
    }

    HttpResponse<byte[]> get(String path, String bearer) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + bearer)
                .build());
    }

    /** Posts a body with a demo token. */
    HttpResponse<byte[]> post(String path, String bearer, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Asks the staff API. */
    HttpResponse<byte[]> staff(String method, String path, String body) {
        return staff("staff", method, path, body);
    }

    /** Asks the staff API as one of the demo's people. */
    HttpResponse<byte[]> staff(String who, String method, String path, String body) {
        String credential = Base64.getEncoder().encodeToString((who + ":demo").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url + "/staff/api/v1" + path))
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the management port says of the gateway's health. */
    JsonNode health() {
        return json(management("/actuator/health").body());
    }

    /** Asks the management port. */
    HttpResponse<byte[]> management(String path) {
        String port = gateway.getEnvironment().getProperty("local.management.port");
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build());
    }

    /** Starts to say something of a case. */
    CaseAssert assertThatCase(String caseNo) {
        return new CaseAssert(this, caseNo);
    }

    /** Waits until a peer has taken a message whose text contains all of these, and returns its bytes. */
    byte[] taken(String peer, String... parts) {
        Awaitility.await(peer + " takes a message with " + List.of(parts))
                .atMost(SOON)
                .until(() -> !matching(peer, parts).isEmpty());
        List<Received> matching = matching(peer, parts);
        return matching.get(matching.size() - 1).body();
    }

    /** What a peer has taken so far that contains all of these. */
    List<Received> matching(String peer, String... parts) {
        return peers.received(peer).stream()
                .filter(one -> one.verdict() == Verdict.TAKEN)
                .filter(one -> List.of(parts).stream().allMatch(one.bodyText()::contains))
                .toList();
    }

    static JsonNode json(byte[] bytes) {
        return JSON.readTree(bytes);
    }

    static JsonNode json(Reply reply) {
        return JSON.readTree(reply.body());
    }

    /** Waits until nothing is on its way: every message is decided and no delivery is due. */
    void awaitQuiet() {
        Awaitility.await("nothing on its way").atMost(SOON).until(() -> {
            var balance = ledger().balance();
            return balance.messages().getOrDefault(MessageState.RECEIVED, 0L) == 0
                    && balance.deliveries().stream()
                            .filter(lane ->
                                    lane.state() == DeliveryState.READY || lane.state() == DeliveryState.CLAIMED)
                            .allMatch(lane -> lane.count() == 0);
        });
    }

    /**
     * Moves the clock on, ten minutes at a time, until something holds. What is in flight is given a few seconds of the
     * real time first: on a busy machine its lease would end before its answer is there, again and again.
     */
    void awaitWithClock(MovableClock clock, BooleanSupplier holds) {
        AtomicInteger looks = new AtomicInteger();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    if (!isInFlight() || looks.incrementAndGet() % PATIENT_LOOKS == 0) {
                        clock.move(Duration.ofMinutes(10));
                    }
                    return holds.getAsBoolean();
                });
    }

    private boolean isInFlight() {
        return ledger().balance().deliveries().stream()
                .anyMatch(lane -> lane.state() == DeliveryState.CLAIMED && lane.count() > 0);
    }

    @Override
    public void close() {
        gateway.close();
        peers.close();
    }
}
