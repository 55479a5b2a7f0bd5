package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is where, at one moment: the sum of the states is what was accepted. */
public record LedgerBalance(Map<MessageState, Long> messages, List<Lane> deliveries) {
    /** Deliveries of one peer in one state, and the age mark of the oldest. */
    public record Lane(
            String peer,
            DeliveryState state,
            long count,
            @Nullable Instant oldest) {

        Lane plus(Lane other) {
            boolean earlier = oldest != null && other.oldest != null && oldest.isBefore(other.oldest);
            return new Lane(peer, state, count + other.count, earlier ? oldest : other.oldest);
        }
    }
}
