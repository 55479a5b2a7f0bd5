package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look found: how many, since when the oldest, and the oldest of them.
 *
 * @param count how many there are, also beyond the list
 * @param oldest since when the oldest has been so, null when there is none
 */
public record Watched(long count, @Nullable Instant oldest, List<Item> items) {
    public static final Watched NOTHING = new Watched(0, null, List.of());

    /**
     * One of them; nothing personal.
     *
     * @param caseNo the case, or null where it is not one of a case
     * @param peer the peer concerned, or null
     * @param what an event type, a receipt or a state
     */
    public record Item(@Nullable String caseNo, @Nullable String peer, String what, Instant since) {}
}
