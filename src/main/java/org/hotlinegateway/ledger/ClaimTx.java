package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.vault.DoesNotOpen;

/** Claims of deliveries inside a unit of work. */
final class ClaimTx {
    private final Tables tables;
    private final Instant now;
    private final List<Ring> rings;

    ClaimTx(Tables tables, Instant now, List<Ring> rings) {
        this.tables = tables;
        this.now = now;
        this.rings = rings;
    }

    Optional<ClaimedDelivery> claim(long deliveryId, String owner, Duration lease) {
        return tables.lanes().claim(deliveryId, owner, lease, now).map(this::claimed);
    }

    Optional<FeedBatch> claimFeed(String peer, String owner, Duration lease, int limit) {
        return tables.feeds().claim(peer, owner, lease, limit, now).map(claimed -> {
            claimed.next().map(LaneEntry::ring).ifPresent(rings::add);
            return new FeedBatch(
                    claimed.feedSeq(),
                    claimed.members().stream().map(this::claimed).toList());
        });
    }

    private ClaimedDelivery claimed(LaneEntry e) {
        Document document = document(e);
        return new ClaimedDelivery(
                e.id(),
                e.peer(),
                e.caseNo(),
                e.seq(),
                e.eventType(),
                e.attempts(),
                e.fence(),
                e.leaseUntil() == null ? now : e.leaseUntil(),
                e.lastOutcome(),
                e.createdAt(),
                e.part(),
                e.part() == null ? null : tables.lanes().partOf(e),
                document.bytes(),
                document.copied());
    }

    private record Document(byte[] bytes, boolean copied) {}

    /** One that does not open must not keep its lane, or the others of its feed, from being claimed. */
    private Document document(LaneEntry e) {
        try {
            return copy(e).map(copy -> new Document(copy.content(), true))
                    .orElseGet(() -> new Document(tables.events().document(e.caseId(), e.caseNo(), e.seq()), false));
        } catch (DoesNotOpen damaged) {
            return new Document(new byte[0], false);
        }
    }

    /** Only what was held before has a copy. */
    private Optional<DeskCopy> copy(LaneEntry e) {
        return e.attempts() > 1 ? tables.copies().inForce(DeskSide.DELIVERY, e.id()) : Optional.empty();
    }
}
