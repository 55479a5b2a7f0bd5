package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Checks the signature headers of a request: known signer, close in time, used once, right over the raw bytes. */
final class SignedHeaders {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration NONCE_KEPT = Duration.ofMinutes(10);

    private final String secret;
    private final String appId;
    private final Clock clock;
    private final Map<String, Instant> nonces = new HashMap<>();
    private Instant nextSweep = Instant.MIN;

    SignedHeaders(String secret, String appId, Clock clock) {
        this.secret = secret;
        this.appId = appId;
        this.clock = clock;
    }

    /** Says what is wrong, or nothing. */
    String check(Request request) {
        Signatures.Stamp stamp = new Signatures.Stamp(
                request.header("X-App-Id"), request.header("X-Timestamp"), request.header("X-Nonce"));
        String alg = request.header("X-Sign-Alg");
        if (!stamp.appId().equals(appId)) {
            return "unknown app id";
        }
        if (!alg.equals("HMAC-SM3") && !alg.equals("HMAC-SHA256")) {
            return "unknown signature algorithm";
        }
        if (!inTime(stamp.timestamp())) {
            return "timestamp outside the window";
        }
        String wanted = Signatures.sign(alg, secret, request.method(), request.path(), stamp, request.body());
        if (!same(wanted, request.header("X-Sign"))) {
            return "signature does not match";
        }
        return stamp.nonce().length() >= 8 && firstUse(stamp.nonce()) ? "" : "nonce missing or used before";
    }

    private boolean inTime(String timestamp) {
        if (!timestamp.matches("\\d{13}")) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), clock.instant());
        return off.abs().compareTo(WINDOW) <= 0;
    }

    private synchronized boolean firstUse(String nonce) {
        Instant now = clock.instant();
        if (now.isAfter(nextSweep)) {
            nonces.values().removeIf(used -> used.isBefore(now.minus(NONCE_KEPT)));
            nextSweep = now.plusSeconds(60);
        }
        return nonces.putIfAbsent(nonce, now) == null;
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.UTF_8));
    }
}
