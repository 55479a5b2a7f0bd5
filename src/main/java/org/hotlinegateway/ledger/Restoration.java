package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a ledger that was put back from a backup must know before a gateway starts on it. Peers have seen more than it
 * remembers, so afterwards no delivery is sent blindly: what was open goes again only where the peer knows a repeat by its
 * key; what happened before the restoration and arrives again waits for a comparison; and no number is given twice.
 *
 * @param backupAt when the backup was taken
 * @param lostUntil when the gateway last took a message before its ledger was lost; the restoration when nobody knows
 * @param feeds the last number that each peer with a gap-free sequence has, as the peer says
 * @param note who, why, from which file; no personal data
 */
public record Restoration(Instant backupAt, Instant lostUntil, Map<String, Long> feeds, String note) {
    public Restoration {
        feeds = Map.copyOf(feeds);
    }

    /**
     * Marks a ledger; returns how many deliveries are of unknown outcome now.
     *
     * @throws IllegalStateException when the last number of a feed is not told, or lower than known here
     */
    public int mark(SqlLedger ledger) {
        return ledger.submit(tx -> {
                    RestoredSql restored = tx.restored();
                    requireFeeds(restored.feeds());
                    return restored.mark(this, tx.now());
                })
                .join();
    }

    private void requireFeeds(Map<String, Long> known) {
        String missing = known.entrySet().stream()
                .filter(feed -> feeds.getOrDefault(feed.getKey(), -1L) < feed.getValue())
                .map(feed -> feed.getKey() + " (at least " + feed.getValue() + ")")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("ask for the last number that these peers have: " + missing
                    + ". Expected --feed PEER=NUMBER for each; under a number they know, they would take nothing");
        }
    }
}
