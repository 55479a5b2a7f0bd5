package org.hotlinegateway.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found in a ledger.
 *
 * @param schema version of its schema
 * @param rows how many rows the main tables have
 * @param keyIds ids of the storage keys without which it cannot be read
 * @param problems what is wrong with it; no personal data
 */
public record LedgerState(String schema, Map<String, Long> rows, Set<String> keyIds, List<String> problems) {
    public LedgerState {
        rows = Map.copyOf(rows);
        keyIds = Set.copyOf(keyIds);
        problems = List.copyOf(problems);
    }
}
