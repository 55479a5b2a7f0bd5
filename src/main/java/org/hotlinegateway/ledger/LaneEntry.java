package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open delivery in its lane.
 *
 * @param leaseUntil end of the current lease, or null when it is not claimed
 */
record LaneEntry(
        long id,
        long caseId,
        String caseNo,
        String peer,
        int seq,
        String eventType,
        DeliveryState state,
        boolean independent,
        Instant due,
        int attempts,
        long fence,
        @Nullable Instant leaseUntil,
        @Nullable String lastOutcome) {

    /**
     * Whose turn it is in a lane: the earliest open delivery. A held one stops those after it, except independent
     * ones; one in flight stops all.
     */
    static Optional<LaneEntry> turn(List<LaneEntry> open) {
        boolean held = false;
        for (LaneEntry entry : open) {
            if (entry.state == DeliveryState.HELD) {
                held = true;
            } else if (!held || entry.independent || entry.state == DeliveryState.CLAIMED) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    boolean isFree(Instant now) {
        return state == DeliveryState.READY && !due.isAfter(now) || isAbandoned(now);
    }

    /** Claimed by somebody whose lease ran out: what became of the attempt is unknown. */
    boolean isAbandoned(Instant now) {
        return state == DeliveryState.CLAIMED && leaseUntil != null && !leaseUntil.isAfter(now);
    }

    Ring ring() {
        return new Ring(Ring.Kind.DELIVERY, peer, id);
    }
}
