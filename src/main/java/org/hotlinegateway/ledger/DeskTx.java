package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person does about something that waits, inside a unit of work. */
final class DeskTx {
    private final Tables tables;
    private final Instant now;
    private final List<Ring> rings;

    DeskTx(Tables tables, Instant now, List<Ring> rings) {
        this.tables = tables;
        this.now = now;
        this.rings = rings;
    }

    Tables tables() {
        return tables;
    }

    Instant now() {
        return now;
    }

    /** Sends a held delivery again or sets it aside; false when it is not held, or a copy of it waits for approval. */
    boolean decideHeld(long deliveryId, DeliveryState next, String by, String reason) {
        if (next == DeliveryState.READY) {
            if (tables.copies().waits(DeskSide.DELIVERY, deliveryId)) {
                return false;
            }
            tables.feeds()
                    .heldWith(deliveryId)
                    .forEach(other -> tables.lanes().decideHeld(other, next, by, reason, now));
        }
        Optional<LaneEntry> decided = tables.lanes().decideHeld(deliveryId, next, by, reason, now);
        decided.ifPresent(entry -> ringLane(entry.caseId(), entry.peer()));
        return decided.isPresent();
    }

    /** Decides a parked message again; false when it is not parked, or a copy of it waits for approval. */
    boolean replayMessage(long messageId, String by, String reason) {
        if (tables.copies().waits(DeskSide.MESSAGE, messageId)) {
            return false;
        }
        Optional<Ring> ring = tables.messages().replay(messageId, by, reason, now);
        ring.ifPresent(rings::add);
        return ring.isPresent();
    }

    /** The same for either side. */
    boolean replay(DeskSide side, long id, String by, String reason) {
        return switch (side) {
            case MESSAGE -> replayMessage(id, by, reason);
            case DELIVERY -> decideHeld(id, DeliveryState.READY, by, reason);
            case ATTACHMENT -> tables.attachments().replayHeld(id, by, reason, now);
        };
    }

    /** Sets something aside; false when it does not wait. */
    boolean discard(DeskSide side, long id, String by, String reason) {
        return switch (side) {
            case MESSAGE -> discarded(side, id, tables.discards().message(id, reason, now), by, reason);
            case DELIVERY -> discardDelivery(id, by, reason);
            case ATTACHMENT -> discarded(side, id, tables.discards().attachment(id), by, reason);
        };
    }

    private boolean discardDelivery(long id, String by, String reason) {
        boolean done = decideHeld(id, DeliveryState.SKIPPED, by, reason);
        if (done) {
            tables.discards().add(DeskSide.DELIVERY, id, null, by, reason, now);
        }
        return done;
    }

    private boolean discarded(DeskSide side, long id, Optional<DiscardSql.Was> was, String by, String reason) {
        was.ifPresent(before -> tables.discards().add(side, id, before, by, reason, now));
        return was.isPresent();
    }

    /** Puts something that was set aside back where it was, unless that would break the order of its lane. */
    Undone undo(DeskSide side, long id, String by, String reason) {
        Optional<DiscardSql.Discard> open = tables.discards().open(side, id);
        if (open.isEmpty()) {
            return Undone.NOT_DISCARDED;
        }
        Undone undone = switch (side) {
            case MESSAGE -> tables.discards().restoreMessage(id, open.get(), now);
            case DELIVERY -> tables.discards().restoreDelivery(id, by, reason, now);
            case ATTACHMENT -> tables.discards().restoreAttachment(id, open.get(), now);
        };
        if (undone == Undone.DONE) {
            tables.discards().undone(open.get(), by, reason, now);
        }
        return undone;
    }

    private void ringLane(long caseId, String peer) {
        tables.lanes().turn(caseId, peer, now).ifPresent(rings::add);
    }
}
