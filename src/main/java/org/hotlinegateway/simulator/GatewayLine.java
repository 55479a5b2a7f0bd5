package org.hotlinegateway.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** The line from the stand-in peers to the gateway: real HTTP with the signature each peer uses. */
final class GatewayLine {
    private static final Charset GBK = Charset.forName("GBK");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SecureRandom random = new SecureRandom();
    private final String secret;
    private final Clock clock;
    private volatile String url;

    GatewayLine(String url, String secret, Clock clock) {
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    /** From now on the gateway is here. */
    void connect(String gatewayUrl) {
        url = gatewayUrl;
    }

    /** Posts JSON with HMAC-SM3 headers. */
    Reply signed(String path, String appId, byte[] body) {
        Signatures.Stamp stamp = new Signatures.Stamp(appId, Long.toString(clock.millis()), nonce());
        return post(
                path,
                body,
                Map.of(
                        "Content-Type", "application/json; charset=utf-8",
                        "X-App-Id", stamp.appId(),
                        "X-Timestamp", stamp.timestamp(),
                        "X-Nonce", stamp.nonce(),
                        "X-Sign-Alg", "HMAC-SM3",
                        "X-Sign", Signatures.sign("HMAC-SM3", secret, "POST", path, stamp, body)),
                StandardCharsets.UTF_8);
    }

    /** Posts JSON whose credential is inside the message. */
    Reply unsigned(String path, byte[] body) {
        return post(path, body, Map.of("Content-Type", "application/json; charset=utf-8"), StandardCharsets.UTF_8);
    }

    /** Posts a legacy message: XML in GBK, signed in its own HEAD. */
    Reply legacy(String path, byte[] body) {
        return post(path, body, Map.of("Content-Type", "text/xml; charset=GBK"), GBK);
    }

    private Reply post(String path, byte[] body, Map<String, String> headers, Charset charset) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), new String(response.body(), charset));
        } catch (IOException noAnswer) {
            throw new UncheckedIOException("The gateway did not answer " + path + ".", noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while calling " + path + ".", stopped);
        }
    }

    private String nonce() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
