package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry for a case's history.
 *
 * @param source {@code peer:instance} or {@code gateway}
 * @param eventId unique per source
 * @param type event type
 * @param version strictly rising per source and case, or null
 * @param payloadHash hash of the event as the source sent it, to tell a repeat from a contradiction
 * @param late stored and shown but without effect on the state
 * @param note why it is late, illegal or special; no personal data
 * @param messageId the message it came from, or 0 when the gateway made it
 * @param document the event with the case as of this event, canonical JSON {@code case-event/1}; sealed at rest
 */
public record NewEvent(
        String source,
        String eventId,
        String type,
        @Nullable Long version,
        String payloadHash,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String stateBefore,
        String stateAfter,
        boolean late,
        @Nullable String note,
        long messageId,
        byte[] document) {}
