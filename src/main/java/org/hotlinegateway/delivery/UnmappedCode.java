package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.List;

/**
 * A work item for an engineer: a table lacks a row, and this is what waits for it. It never holds the code itself.
 *
 * @param side whether messages or deliveries wait
 * @param table the table's name in the mapping file
 * @param path the field that looked the code up
 * @param peer whose messages, or who is to be told
 * @param name name of the message or type of the event
 * @param samples receipts of messages or numbers of deliveries, a few
 */
public record UnmappedCode(
        Side side,
        String table,
        String path,
        String peer,
        String name,
        long count,
        Instant first,
        Instant last,
        List<String> samples) {
    /** What waits. */
    public enum Side {
        /** Accepted and not yet decided. */
        MESSAGE,
        /** Decided and not yet told to a peer. */
        DELIVERY
    }
}
