package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stand-in peer's answer, with what it made of the request. */
record Answer(
        int status,
        String contentType,
        byte[] body,
        Verdict verdict,
        @Nullable String key,
        String text) {
    static Answer json(int status, Map<String, ?> body, Verdict verdict, @Nullable String key, String text) {
        return new Answer(status, "application/json; charset=utf-8", Json.bytes(body), verdict, key, text);
    }

    static Answer plain(int status, String contentType, String body, String text) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Verdict.FAULT, null, text);
    }
}
