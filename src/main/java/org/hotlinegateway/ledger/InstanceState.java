package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which mapping set a gateway process runs, as it says itself.
 *
 * @param name the process, the same across restarts
 * @param digest the set
 * @param publication number of the publication it took the set from
 * @param since when the process took it
 * @param seenAt when the process last said so
 * @param note why it does not run the newest set, or null
 */
public record InstanceState(
        String name,
        String digest,
        long publication,
        Instant since,
        Instant seenAt,
        @Nullable String note) {}
