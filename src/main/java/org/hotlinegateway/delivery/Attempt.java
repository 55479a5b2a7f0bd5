package org.hotlinegateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.peer.OutboundProfile;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver, from claim to settlement.
 *
 * @param batch what is sent: the head of a lane, or several when the peer reads a feed
 * @param peer how the peer is sent to
 * @param startedAt when it was claimed
 * @param feedSeq its number in the peer's feed, or null when the peer reads none
 * @param mappingDigest digest of the mapping set that wrote the message, or null before that
 * @param askedToWait the peer's Retry-After, or zero
 */
public record Attempt(
        List<ClaimedDelivery> batch,
        OutboundProfile peer,
        Instant startedAt,
        @Nullable Long feedSeq,
        @Nullable String mappingDigest,
        Duration askedToWait) {

    Attempt(List<ClaimedDelivery> batch, OutboundProfile peer, Instant startedAt, @Nullable Long feedSeq) {
        this(List.copyOf(batch), peer, startedAt, feedSeq, null, Duration.ZERO);
    }

    /** The delivery, or the first of several. */
    public ClaimedDelivery claimed() {
        return batch.get(0);
    }

    /** What its mapping reads: the delivery document, or for a feed {@code {"events":[…]}}. */
    public byte[] document() {
        return feedSeq == null ? claimed().document() : FeedDocument.of(batch);
    }

    /** The same attempt, its message written by the mapping set of that digest. */
    public Attempt mappedBy(@Nullable String digest) {
        return new Attempt(batch, peer, startedAt, feedSeq, digest, askedToWait);
    }

    /** The same attempt, the peer having asked to wait. */
    public Attempt askedToWait(Duration wait) {
        return new Attempt(batch, peer, startedAt, feedSeq, mappingDigest, wait);
    }
}
