package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a peer must be told.
 *
 * @param peer receiving peer
 * @param caseNo case; with the peer it names the lane
 * @param seq the event's sequence in its case
 * @param eventType type of the event, by which the route chooses the mapping
 * @param due not before
 * @param independent may pass an earlier delivery of its lane that is held or waits for its next attempt
 * @param part which part of the event's message it is, for example {@code text-2}, or null: the message itself. A part
 *     never passes the message it belongs to
 */
public record NewDelivery(
        String peer,
        String caseNo,
        int seq,
        String eventType,
        Instant due,
        boolean independent,
        @Nullable String part) {

    /** A message itself. */
    public NewDelivery(String peer, String caseNo, int seq, String eventType, Instant due, boolean independent) {
        this(peer, caseNo, seq, eventType, due, independent, null);
    }
}
