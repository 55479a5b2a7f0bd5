package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as staff see it: no document, no personal data.
 *
 * @param part which part of the event's message it is, or null: the message itself
 */
public record StoredDelivery(
        long id,
        String peer,
        String caseNo,
        int seq,
        String eventType,
        DeliveryState state,
        Instant due,
        int attempts,
        @Nullable String lastOutcome,
        @Nullable String lastCode,
        @Nullable String lastText,
        @Nullable String peerReference,
        @Nullable String mappingDigest,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String part) {}
