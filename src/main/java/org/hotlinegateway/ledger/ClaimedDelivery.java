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
 * @param createdAt when it was decided on
 * @param part which part of the event's message it is, or null: the message itself
 * @param partOf of a part: the number the peer gave to the message it belongs to, or null
 * @param document the event with the case as of the event, canonical JSON; or its approved copy; empty, which is no JSON,
 *     when what is kept of it does not open
 * @param copied true when the document is a corrected copy
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
        Instant createdAt,
        @Nullable String part,
        @Nullable String partOf,
        byte[] document,
        boolean copied) {

    /** False when what is kept of its document is damaged: then it cannot be sent. */
    public boolean opens() {
        return document.length > 0;
    }
}
