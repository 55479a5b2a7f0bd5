package org.hotlinegateway.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls stand-in peers the way a gateway would, and reads golden messages. */
final class Caller implements AutoCloseable {
    static final String SECRET = "demo-secret-not-real";
    private static final JsonMapper MAPPER = new JsonMapper();

    final StandInPeers peers;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Clock clock;
    private int nonce;

    private Caller(Clock clock) {
        this.clock = clock;
        peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), clock);
        peers.start();
    }

    static Caller at(String local) {
        return new Caller(Clock.fixed(Instant.parse(local + "+08:00"), ZoneId.of("Asia/Shanghai")));
    }

    static byte[] golden(String file) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/golden", file));
        } catch (IOException missing) {
            throw new IllegalStateException("No golden message " + file, missing);
        }
    }

    static String goldenText(String file) {
        return new String(golden(file), StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    /** Posts JSON signed now with HMAC-SM3. */
    JsonNode signed(String path, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Signatures.Stamp stamp =
                new Signatures.Stamp("zs-bbcs-gw", Long.toString(clock.millis()), "00000000000000" + nonce++);
        String sign = Signatures.sign("HMAC-SM3", SECRET, "POST", path, stamp, bytes);
        return json(post(path, bytes, headers(stamp, "HMAC-SM3", sign)).body());
    }

    static Map<String, String> headers(Signatures.Stamp stamp, String alg, String sign) {
        return Map.of(
                "X-App-Id", stamp.appId(),
                "X-Timestamp", stamp.timestamp(),
                "X-Nonce", stamp.nonce(),
                "X-Sign-Alg", alg,
                "X-Sign", sign);
    }

    HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Posts legacy bytes and reads the answer as GBK text. */
    String legacy(String path, byte[] body) throws Exception {
        return legacy(peers.port(), path, body);
    }

    static String legacy(int port, String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "text/xml; charset=GBK")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString(LegacyXml.GBK))
                .body();
    }

    HttpResponse<String> call(String method, String path) throws Exception {
        HttpRequest request = request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + peers.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        peers.close();
    }
}
