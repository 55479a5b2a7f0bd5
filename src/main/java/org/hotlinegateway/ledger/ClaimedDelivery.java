package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The head of a lane, claimed: only the holder of the current fence may settle it.
 *
 * @param id number in the ledger
 * @param attempt 1 for the first
 * @param fence rises with every claim
 * @param leaseUntil when another may claim it
 * @param lastOutcome outcome of the attempt before, or null; {@code UNKNOWN} also when a lease ran out
 * @param document the event with the case as of the event, canonical JSON
 */
public record ClaimedDelivery(
        long id,
        String peer,
        String caseNo,
        int seq,
        String eventType,
        int attempt,
        long fence,
        Instant leaseUntil,
        @Nullable String lastOutcome,
        byte[] document) {}
