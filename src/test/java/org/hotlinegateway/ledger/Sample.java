package org.hotlinegateway.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.jspecify.annotations.Nullable;

/** Invented messages, cases, events and settlements. */
final class Sample {
    static final Instant NOW = Instant.parse("2021-09-08T07:53:00Z");
    static final String CASE = "BBCS-442000002-20210908-0016";

    private Sample() {}

    static NewMessage message(String key, String lane, String body) {
        return message(key, lane, body, null, null);
    }

    static NewMessage from(String peer, String key, String lane) {
        NewMessage m = message(key, lane, "body of " + key);
        return new NewMessage(
                peer, "alerts", key, lane, m.raw(), m.contentType(), m.payloadHash(), m.receivedAt(), null, null);
    }

    static NewMessage parked(String key, String lane, String reason, String waitingOn) {
        return message(key, lane, "body of " + key, reason, waitingOn);
    }

    private static NewMessage message(
            String key, String lane, String body, @Nullable String reason, @Nullable String waitingOn) {
        byte[] raw = bytes(body);
        return new NewMessage(
                "window", "events", key, lane, raw, "application/json", sha256(raw), NOW, reason, waitingOn);
    }

    static StoredCase newCase(String caseNo) {
        return newCase(caseNo, bytes("{\"caseNo\":\"x\"}"));
    }

    static StoredCase newCase(String caseNo, byte[] document) {
        return new StoredCase(0, caseNo, "REGISTERED", "ZS-DQ", null, 0, document, NOW);
    }

    static NewEvent event(String eventId) {
        return event("window:ZS-DQ", eventId, null);
    }

    static NewEvent event(String source, String eventId, @Nullable Long version) {
        return event(source, eventId, version, NOW);
    }

    static NewEvent eventAt(String eventId, Instant occurredAt) {
        return event("window:ZS-DQ", eventId, null, occurredAt);
    }

    private static NewEvent event(String source, String eventId, @Nullable Long version, Instant occurredAt) {
        return new NewEvent(
                source,
                eventId,
                "CASE_REGISTERED",
                version,
                sha256(bytes(eventId)),
                occurredAt,
                NOW,
                null,
                "REGISTERED",
                false,
                "a note",
                7,
                bytes("{\"id\":\"" + eventId + "\"}"));
    }

    static Settlement acknowledged() {
        return settlement(Outcome.ACKNOWLEDGED, DeliveryState.ACKNOWLEDGED, null);
    }

    static Settlement again(Outcome outcome, Instant due) {
        return settlement(outcome, DeliveryState.READY, due);
    }

    static Settlement held(Outcome outcome) {
        return settlement(outcome, DeliveryState.HELD, null);
    }

    private static Settlement settlement(Outcome outcome, DeliveryState next, @Nullable Instant due) {
        return new Settlement(
                outcome,
                next,
                due,
                "CODE",
                "text for staff",
                "0210908155301000002",
                "digest",
                NOW,
                Duration.ofMillis(12));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
