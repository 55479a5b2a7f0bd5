package org.hotlinegateway.ledger;

import java.util.List;

/**
 * Deliveries claimed together for a peer that reads one gap-free sequence over all cases. What belongs to a number is
 * kept with it before anything is sent, and stays until it is certain that the peer did not take it.
 *
 * @param feedSeq the number
 * @param members at least one, by delivery number; at most one of each case
 */
public record FeedBatch(long feedSeq, List<ClaimedDelivery> members) {
    public FeedBatch {
        members = List.copyOf(members);
    }
}
