package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended and what becomes of the delivery.
 *
 * @param outcome what the peer did
 * @param next state of the delivery afterwards: {@code READY} (again at {@code due}), {@code ACKNOWLEDGED} or {@code HELD}
 * @param due when to try again; ignored unless next is READY
 * @param code stable code of a failure, or null
 * @param text why, fit for staff; no personal data
 * @param peerReference number the peer gave, or null
 * @param mappingDigest digest of the mapping set that made the message, or null
 * @param took from claim to answer
 */
public record Settlement(
        Outcome outcome,
        DeliveryState next,
        @Nullable Instant due,
        @Nullable String code,
        @Nullable String text,
        @Nullable String peerReference,
        @Nullable String mappingDigest,
        Instant at,
        Duration took) {
    /** What is known of the peer's side after an attempt. */
    public enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN,
        NOT_SENT
    }
}
