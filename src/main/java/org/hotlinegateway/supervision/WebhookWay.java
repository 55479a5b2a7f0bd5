package org.hotlinegateway.supervision;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.hotlinegateway.ledger.Alert;
import org.hotlinegateway.vault.RequestSignature;
import org.hotlinegateway.vault.SignatureAlgorithm;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts alerts as JSON, signed like every request of the gateway. The alert's id is in {@code X-Alert-Id} too: a receiver
 * that has it already may drop it.
 */
final class WebhookWay implements AlertWay {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int NONCE_BYTES = 8;

    private final AlertSettings.Webhook settings;
    private final URI url;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http;

    WebhookWay(AlertSettings.Webhook settings, Clock clock) {
        this.settings = settings;
        this.url = Objects.requireNonNull(settings.url());
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public void send(Alert alert) throws IOException {
        byte[] body = body(alert);
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("X-Alert-Id", alert.name())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        sign(request, body);
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status < 200 || status > 299) {
                throw new IOException("HTTP " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static byte[] body(Alert alert) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", alert.name());
        body.put("kind", alert.kind());
        body.put("subject", alert.subject());
        body.put("at", alert.at().atZone(BEIJING).toOffsetDateTime().toString());
        body.put("text", alert.text());
        body.put("facts", JSON.readTree(alert.facts()));
        return JSON.writeValueAsBytes(body);
    }

    private void sign(HttpRequest.Builder request, byte[] body) {
        if (settings.secret().isBlank()) {
            return;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        RequestSignature signed = new RequestSignature(
                "POST",
                url.getRawPath(),
                settings.appId(),
                String.valueOf(clock.millis()),
                HexFormat.of().formatHex(nonce),
                body);
        request.header("X-App-Id", signed.appId())
                .header("X-Timestamp", signed.timestamp())
                .header("X-Nonce", signed.nonce())
                .header("X-Sign-Alg", SignatureAlgorithm.HMAC_SHA256.wireName())
                .header("X-Sign", signed.sign(SignatureAlgorithm.HMAC_SHA256, settings.secret()));
    }
}
