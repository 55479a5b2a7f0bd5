package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotlinegateway.vault.RequestSignature;
import org.hotlinegateway.vault.SignatureAlgorithm;
import tools.jackson.databind.JsonNode;

/** Receives alerts over HTTP and keeps those that are signed; refuses as many as it is told to. */
final class AlertReceiver implements AutoCloseable {
    static final String SECRET = "alert-secret-not-real";

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    AlertReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/alerts", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/alerts";
    }

    void refuse(int times) {
        refusals.set(times);
    }

    List<JsonNode> of(String kind) {
        return taken.stream()
                .filter(alert -> alert.path("kind").asString().equals(kind))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            boolean signed = signature(exchange, body)
                    .matches(SignatureAlgorithm.HMAC_SHA256, SECRET, header(exchange, "X-Sign"));
            if (!refused && signed) {
                taken.add(World.json(body));
            }
            exchange.sendResponseHeaders(refused ? 500 : signed ? 204 : 401, -1);
        }
    }

    private static RequestSignature signature(HttpExchange exchange, byte[] body) {
        return new RequestSignature(
                "POST",
                "/alerts",
                header(exchange, "X-App-Id"),
                header(exchange, "X-Timestamp"),
                header(exchange, "X-Nonce"),
                body);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** What was taken, as text, for a look at everything. */
    String text() {
        return new String(taken.toString().getBytes(UTF_8), UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
