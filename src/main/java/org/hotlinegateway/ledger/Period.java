package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Recorded traffic to look at again.
 *
 * @param since inclusive
 * @param until exclusive
 * @param peer only of this peer, null for all
 */
public record Period(Instant since, Instant until, @Nullable String peer) {
    /** Everything up to now and of all peers. */
    public static Period before(Instant until) {
        return new Period(Instant.EPOCH, until, null);
    }
}
