package org.hotlinegateway.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ledger as it was exported.
 *
 * @param messages id, receipt, key, hash, state, lane
 * @param deliveries id, case, peer, sequence, event type, state, attempts, last code
 * @param attempts id, delivery, attempt, outcome, next state, code, person
 * @param events case, sequence, source, event id, type, version
 */
record Exported(List<String[]> messages, List<String[]> deliveries, List<String[]> attempts, List<String[]> events) {
    static Exported of(Histories histories) {
        return new Exported(
                HistoryFile.rows(histories.ledger("messages")),
                HistoryFile.rows(histories.ledger("deliveries")),
                HistoryFile.rows(histories.ledger("attempts")),
                HistoryFile.rows(histories.ledger("events")));
    }

    /** What a delivery does at its peer, as {@link Business#identity} has it. */
    static String identity(String[] delivery) {
        return delivery[1] + "/" + (isHandOff(delivery) ? "order" : delivery[3]);
    }

    private static boolean isHandOff(String[] delivery) {
        return delivery[4].equals("HANDED_OFF") && delivery[2].startsWith("hotline");
    }

    /** Peer and identity of what a person has yet to decide, or decided not to do. */
    Set<String> setAside() {
        Set<String> aside = new HashSet<>();
        deliveries.stream()
                .filter(row -> row[5].equals("HELD") || row[5].equals("SKIPPED"))
                .forEach(row -> aside.add(row[2] + " " + identity(row)));
        return aside;
    }

    /** Sequence numbers by event id. */
    Map<String, String> sequences() {
        Map<String, String> sequences = new HashMap<>();
        events.forEach(row -> sequences.put(row[3], row[1]));
        return sequences;
    }
}
