package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as reconciliation compares it.
 *
 * @param renumbered whether it waits since a restore: the peer may have it under numbers that the ledger lost and replaced
 *     by others
 * @param number the peer's number as we know it, or null
 * @param lastAt when it was last sent, as far as it may have reached the peer
 * @param document the delivered event, from which the peer's key is made
 */
public record OurEntry(
        long deliveryId,
        String caseNo,
        int seq,
        String eventType,
        DeliveryState state,
        @Nullable String lastOutcome,
        boolean renumbered,
        @Nullable String number,
        Instant lastAt,
        byte[] document) {}
