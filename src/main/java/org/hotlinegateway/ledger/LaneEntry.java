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
        @Nullable String lastOutcome,
        Instant createdAt,
        @Nullable String part) {

    /** One that was just added. */
    static LaneEntry added(long id, long caseId, NewDelivery d, Instant now) {
        return new LaneEntry(
                id,
                caseId,
                d.caseNo(),
                d.peer(),
                d.seq(),
                d.eventType(),
                DeliveryState.READY,
                d.independent(),
                d.due(),
                0,
                0,
                null,
                null,
                now,
                d.part());
    }

    /**
     * Whose turn it is in a lane: the earliest open delivery. One that is held or waits for its next attempt stops those
     * after it, except independent ones (which as parts still wait for their own message), and unless it is independent
     * itself; one in flight stops all.
     */
    static Optional<LaneEntry> turn(List<LaneEntry> open, Instant now) {
        boolean stopped = false;
        for (LaneEntry entry : open) {
            boolean passes = !stopped || entry.state == DeliveryState.CLAIMED || entry.mayPass(open);
            if (passes && !entry.isStopped(now)) {
                return Optional.of(entry);
            }
            stopped |= !entry.independent || entry.part != null;
        }
        return Optional.empty();
    }

    private boolean mayPass(List<LaneEntry> open) {
        return independent
                && (part == null || open.stream().noneMatch(other -> other.seq == seq && other.part == null));
    }

    /** Held, or waiting after an attempt that failed. */
    private boolean isStopped(Instant now) {
        return state == DeliveryState.HELD || state == DeliveryState.READY && due.isAfter(now);
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
