package org.hotlinegateway.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the staff API of a running gateway. Secrets come from the environment, never from the command line. */
final class StaffLine {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the gateway (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://localhost:8080")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "Staff user; the password is read from GATEWAY_STAFF_PASSWORD, a token from GATEWAY_STAFF_TOKEN"
                            + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "staff")
    private String user = "staff";

    /** What the gateway says; {@code text} is its problem when it refuses. */
    record Said(boolean done, JsonNode body) {
        String problem() {
            String detail = body.path("detail").asString("");
            return detail.isEmpty() ? body.path("title").asString("the gateway refused") : detail;
        }
    }

    String url() {
        return url.toString();
    }

    String user() {
        return user;
    }

    /** Empty when no gateway answers there. */
    Optional<Said> post(String path, Map<String, String> body) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/staff/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", credential(System.getenv()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(new Said(answer.statusCode() == OK, JSON.readTree(answer.body())));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("no answer of " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String credential(Map<String, String> environment) {
        @Nullable String token = environment.get("GATEWAY_STAFF_TOKEN");
        if (token != null) {
            return "Bearer " + token;
        }
        String pair = user + ":" + environment.getOrDefault("GATEWAY_STAFF_PASSWORD", "");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
