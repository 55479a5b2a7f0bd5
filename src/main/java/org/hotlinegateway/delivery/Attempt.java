package org.hotlinegateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.FeedBatch;
import org.hotlinegateway.ledger.Settlement.Outcome;
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
 * @param conversions how the message and its answer were converted so far
 */
public record Attempt(
        List<ClaimedDelivery> batch,
        OutboundProfile peer,
        Instant startedAt,
        @Nullable Long feedSeq,
        @Nullable String mappingDigest,
        Duration askedToWait,
        List<Conversion> conversions) {

    Attempt(List<ClaimedDelivery> batch, OutboundProfile peer, Instant startedAt, @Nullable Long feedSeq) {
        this(List.copyOf(batch), peer, startedAt, feedSeq, null, Duration.ZERO, List.of());
    }

    /** The delivery, or the first of several. */
    public ClaimedDelivery claimed() {
        return batch.get(0);
    }

    /** What its mapping reads: the delivery document, or for a feed {@code {"events":[…]}}. */
    public byte[] document() {
        return feedSeq == null
                ? claimed().document()
                : FeedBatch.document(
                        batch.stream().map(ClaimedDelivery::document).toList());
    }

    /** False when what is kept of one of them is damaged: then nothing can be sent. */
    public boolean opens() {
        return batch.stream().allMatch(ClaimedDelivery::opens);
    }

    /** Whether the peer must be asked first what became of an earlier send. */
    public boolean mustAsk() {
        return peer.query() != null && isUnknown();
    }

    /** Whether an earlier send may have reached the peer. */
    boolean isUnknown() {
        return batch.stream().anyMatch(claimed -> Outcome.UNKNOWN.name().equals(claimed.lastOutcome()));
    }

    /** The same attempt, its message written by the mapping set of that digest. */
    public Attempt mappedBy(@Nullable String digest) {
        return new Attempt(batch, peer, startedAt, feedSeq, digest, askedToWait, conversions);
    }

    /** The same attempt, the peer having asked to wait. */
    public Attempt askedToWait(Duration wait) {
        return new Attempt(batch, peer, startedAt, feedSeq, mappingDigest, wait, conversions);
    }

    /** The same attempt, so much converted; the source of a conversion is kept only where it is not the document. */
    public Attempt converted(List<Conversion> all) {
        if (all.size() == conversions.size()) {
            return this;
        }
        byte[] document = document();
        List<Conversion> kept = all.stream()
                .map(one -> !isCopied() && Arrays.equals(one.source(), document) ? ofDocument(one) : one)
                .toList();
        return new Attempt(batch, peer, startedAt, feedSeq, mappingDigest, askedToWait, kept);
    }

    /** A corrected copy is not what the ledger's history has: what was converted is kept with the attempt. */
    private boolean isCopied() {
        return batch.stream().anyMatch(ClaimedDelivery::copied);
    }

    private Conversion ofDocument(Conversion conversion) {
        return feedSeq == null
                ? conversion.withoutSource()
                : conversion.ofBatch(batch.stream().map(ClaimedDelivery::id).toList());
    }
}
