package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hotlinegateway.vault.RequestSignature;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request at the door, signed well unless told otherwise. */
final class Knock {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicLong NONCES = new AtomicLong(1_000_000_000L);

    private final int port;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> forced = new LinkedHashMap<>();
    private String method = "POST";
    private byte[] body = new byte[0];
    private @Nullable String appId;
    private String secret = "demo-secret-not-real";
    private String timestamp = String.valueOf(AtTheDoor.NOW.toEpochMilli());
    private String nonce = "n-" + NONCES.incrementAndGet();
    private SignatureAlgorithm algorithm = SignatureAlgorithm.HMAC_SM3;

    Knock(int port, String path) {
        this.port = port;
        this.path = path;
        headers.put("Content-Type", "application/json");
    }

    Knock method(String other) {
        method = other;
        return this;
    }

    Knock body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Knock body(String text) {
        return body(text.getBytes(UTF_8));
    }

    Knock contentType(String type) {
        return header("Content-Type", type);
    }

    Knock header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends this signature whatever the right one is. */
    Knock signature(String hex) {
        forced.put("X-Sign", hex);
        return this;
    }

    Knock bearer(String token) {
        appId = null;
        return header("Authorization", "Bearer " + token);
    }

    Knock signedAs(String caller) {
        appId = caller;
        return this;
    }

    Knock unsigned() {
        appId = null;
        return this;
    }

    Knock secret(String other) {
        secret = other;
        return this;
    }

    Knock timestamp(String millis) {
        timestamp = millis;
        return this;
    }

    Knock nonce(String other) {
        nonce = other;
        return this;
    }

    Knock algorithm(SignatureAlgorithm other) {
        algorithm = other;
        return this;
    }

    Answer send() {
        if (appId != null) {
            sign(appId);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void sign(String caller) {
        RequestSignature signature = new RequestSignature(method, path, caller, timestamp, nonce, body);
        headers.put("X-App-Id", caller);
        headers.put("X-Timestamp", timestamp);
        headers.put("X-Nonce", nonce);
        headers.put("X-Sign-Alg", algorithm.wireName());
        headers.put("X-Sign", signature.sign(algorithm, secret));
        headers.putAll(forced);
    }

    /** What the door said. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String code() {
            return json().path("code").asString("");
        }
    }
}
