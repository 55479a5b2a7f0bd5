package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hotlinegateway.mapping.MissedCode;

/**
 * A work item for an engineer: a table lacks a row, and this is what waits for it.
 *
 * @param table the table's name in the mapping file
 * @param origin the table's file and the columns that are read
 * @param code the code that lacks a row; told by its length only when it may be a person's
 * @param count how many messages and deliveries wait
 * @param first when the oldest of them came
 * @param last when the newest of them came
 * @param waiting what waits, by peer and field
 */
public record UnmappedCode(
        String table, String origin, String code, long count, Instant first, Instant last, List<Waiting> waiting) {

    static UnmappedCode of(MissedCode missed, List<Waiting> waiting) {
        return new UnmappedCode(
                missed.table(),
                missed.origin(),
                missed.code(),
                waiting.stream().mapToLong(Waiting::count).sum(),
                waiting.stream()
                        .map(Waiting::first)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                waiting.stream()
                        .map(Waiting::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                List.copyOf(waiting));
    }

    /**
     * What waits for the row on one side of one peer.
     *
     * @param side whether messages or deliveries wait
     * @param peer whose messages, or who is to be told
     * @param name name of the message or type of the event
     * @param path the field that looked the code up
     * @param samples receipts of messages or numbers of deliveries, a few
     */
    public record Waiting(
            Side side,
            String peer,
            String name,
            String path,
            long count,
            Instant first,
            Instant last,
            List<String> samples) {}

    /** What waits. */
    public enum Side {
        /** Accepted and not yet decided. */
        MESSAGE,
        /** Decided and not yet told to a peer. */
        DELIVERY
    }
}
