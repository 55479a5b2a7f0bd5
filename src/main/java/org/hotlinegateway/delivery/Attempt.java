package org.hotlinegateway.delivery;

import java.time.Duration;
import java.time.Instant;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.peer.OutboundProfile;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver, from claim to settlement.
 *
 * @param claimed the head of the lane
 * @param peer how the peer is sent to
 * @param startedAt when it was claimed
 * @param feedSeq its number in the peer's feed, or null when the peer reads none
 * @param mappingDigest digest of the mapping set that wrote the message, or null before that
 * @param askedToWait the peer's Retry-After, or zero
 */
public record Attempt(
        ClaimedDelivery claimed,
        OutboundProfile peer,
        Instant startedAt,
        @Nullable Long feedSeq,
        @Nullable String mappingDigest,
        Duration askedToWait) {

    Attempt(ClaimedDelivery claimed, OutboundProfile peer, Instant startedAt, @Nullable Long feedSeq) {
        this(claimed, peer, startedAt, feedSeq, null, Duration.ZERO);
    }

    /** The same attempt, its message written by the mapping set of that digest. */
    public Attempt mappedBy(@Nullable String digest) {
        return new Attempt(claimed, peer, startedAt, feedSeq, digest, askedToWait);
    }

    /** The same attempt, the peer having asked to wait. */
    public Attempt askedToWait(Duration wait) {
        return new Attempt(claimed, peer, startedAt, feedSeq, mappingDigest, wait);
    }
}
