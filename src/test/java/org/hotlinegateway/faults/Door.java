package org.hotlinegateway.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was said at the door, from the sender's history.
 *
 * @param attempted keys with the hash of the body, of everything that may be accepted
 * @param receipts receipts given to each key, with the hash of the body they were given for
 * @param wrongly what got a 2xx although it had to be refused, by its manner
 */
record Door(Map<String, String> attempted, Map<String, Set<Receipt>> receipts, Map<String, Manner> wrongly) {
    /** One answer 200 or 202. */
    record Receipt(String hash, String number) {}

    static Door of(Histories histories) {
        Map<String, String> attempted = new HashMap<>();
        HistoryFile.rows(histories.attempted()).stream()
                .filter(row -> !Manner.valueOf(row[5]).mustBeRefused())
                .forEach(row -> attempted.put(row[1], row[4]));
        Map<String, Set<Receipt>> receipts = new LinkedHashMap<>();
        Map<String, Manner> wrongly = new HashMap<>();
        for (String[] row : HistoryFile.rows(histories.answered())) {
            Manner manner = Manner.valueOf(row[3]);
            if (!row[4].equals("200") && !row[4].equals("202")) {
                continue;
            }
            if (manner.mustBeRefused()) {
                wrongly.put(row[1], manner);
            } else {
                receipts.computeIfAbsent(row[1], key -> new HashSet<>()).add(new Receipt(row[2], row[5]));
            }
        }
        return new Door(attempted, receipts, wrongly);
    }
}
