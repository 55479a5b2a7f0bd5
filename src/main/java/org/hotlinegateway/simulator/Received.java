package org.hotlinegateway.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as a stand-in peer received it.
 *
 * @param number rises by one with each message of this peer
 * @param at when it arrived
 * @param path the path it was sent to
 * @param headers its headers of interest
 * @param body its bytes as they came
 * @param verdict what the peer made of it
 * @param key its business key at the peer, or null when the peer did not get that far
 * @param text why it was refused, or empty
 */
public record Received(
        long number,
        Instant at,
        String path,
        Map<String, String> headers,
        byte[] body,
        Verdict verdict,
        @Nullable String key,
        String text) {
    /** The body as text in the charset its Content-Type declares. */
    public String bodyText() {
        String type = headers.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
        return new String(body, type.contains("gbk") ? Charset.forName("GBK") : StandardCharsets.UTF_8);
    }
}
