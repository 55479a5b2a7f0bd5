package org.hotlinegateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.hotlinegateway.crash.GatewayProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person does about held deliveries: asks the peer whether it was done, then skips or replays. Stops when there
 * is no answer, and tries again at the next look.
 */
final class Operator {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CREDENTIAL =
            Base64.getEncoder().encodeToString("staff:demo".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final OracleMemory peers;
    private final List<Node> nodes;

    Operator(OracleMemory peers, List<Node> nodes) {
        this.peers = peers;
        this.nodes = nodes;
    }

    /** Decides what is held now; how many that were, or -1 when no gateway answers. */
    int decideHeld() {
        GatewayProcess gateway = nodes.stream()
                .map(Node::gateway)
                .filter(GatewayProcess::isAlive)
                .findFirst()
                .orElse(null);
        if (gateway == null) {
            return -1;
        }
        try {
            JsonNode held = JSON.readTree(ask(gateway, "GET", "/deliveries/held?limit=500", ""));
            for (JsonNode delivery : held) {
                decide(gateway, delivery);
            }
            return held.size();
        } catch (IOException | RuntimeException away) {
            return -1;
        }
    }

    /** Changes a limit of a peer while the gateway runs. */
    void set(String peer, String setting, String value) {
        String body = "{\"value\":\"%s\",\"reason\":\"set by a person\"}".formatted(value);
        try {
            int status = send(nodes.get(0).gateway(), "PUT", "/peers/" + peer + "/settings/" + setting, body)
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(setting + " of " + peer + " was not set: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the audit of what was decided is whole. */
    boolean auditIsWhole() {
        GatewayProcess gateway = nodes.get(0).gateway();
        try {
            return JSON.readTree(ask(gateway, "GET", "/audit/chain", ""))
                    .path("brokenAt")
                    .isNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void decide(GatewayProcess gateway, JsonNode delivery) throws IOException {
        boolean handOff = delivery.path("eventType").asString("").equals("HANDED_OFF");
        String identity = delivery.path("caseNo").asString("") + "/"
                + (handOff ? "order" : delivery.path("seq").asString(""));
        boolean done = peers.knows(delivery.path("peer").asString(""), identity);
        String what = done ? "/skip" : "/replay";
        ask(
                gateway,
                "POST",
                "/deliveries/" + delivery.path("id").asLong() + what,
                "{\"reason\":\"asked the peer: %s\"}".formatted(done ? "it was done" : "it was not done"));
    }

    private String ask(GatewayProcess gateway, String method, String path, String body) throws IOException {
        return send(gateway, method, path, body).body();
    }

    private HttpResponse<String> send(GatewayProcess gateway, String method, String path, String body)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/staff/api/v1" + path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Basic " + CREDENTIAL)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
