package org.hotlinegateway.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.ledger.Settlement.Outcome;

/**
 * Numbers the deliveries to a peer that reads one gap-free sequence over all cases. Only one delivery is open at a time:
 * it keeps its number until it is acknowledged, and gives it back as soon as the peer certainly did not take it, so that a
 * refused entry does not hold up the others.
 */
final class Feed {
    private static final String KIND = "feed";

    private final String peer;

    Feed(String peer) {
        this.peer = peer;
    }

    /** The delivery's number; empty while another delivery is open. */
    Optional<Long> reserve(LedgerTx tx, long delivery) {
        Mark last = last(tx);
        if (last.state == State.OPEN) {
            return last.delivery == delivery ? Optional.of(last.seq) : Optional.empty();
        }
        long seq = last.state == State.FREE ? last.seq : tx.next(KIND + ":" + peer);
        keep(tx, new Mark(State.OPEN, delivery, seq));
        return Optional.of(seq);
    }

    /** The delivery that is open, if one is. */
    Optional<Long> open(LedgerTx tx) {
        Mark last = last(tx);
        return last.state == State.OPEN ? Optional.of(last.delivery) : Optional.empty();
    }

    /** Closes or keeps the number according to how the attempt ended. */
    void settled(LedgerTx tx, ClaimedDelivery claimed, Settlement settlement) {
        if (frees(claimed, settlement)) {
            close(tx, claimed.id(), settlement.next() == DeliveryState.ACKNOWLEDGED);
        }
    }

    /** True when the next delivery may have its number after an attempt that ended so. */
    static boolean frees(ClaimedDelivery claimed, Settlement settlement) {
        boolean wasUnknown = Outcome.UNKNOWN.name().equals(claimed.lastOutcome());
        boolean mayBeTaken =
                settlement.outcome() == Outcome.UNKNOWN || settlement.outcome() == Outcome.NOT_SENT && wasUnknown;
        return settlement.next() == DeliveryState.ACKNOWLEDGED || !mayBeTaken;
    }

    /** Ends a delivery's hold on the feed; its number is spent when the peer took it or may have taken it. */
    boolean close(LedgerTx tx, long delivery, boolean spent) {
        Mark last = last(tx);
        if (last.state == State.OPEN && last.delivery == delivery) {
            keep(tx, new Mark(spent ? State.SPENT : State.FREE, delivery, last.seq));
        }
        return true;
    }

    private Mark last(LedgerTx tx) {
        return tx.keepsake(KIND, peer).map(Mark::read).orElse(Mark.NONE);
    }

    private void keep(LedgerTx tx, Mark mark) {
        tx.keep(KIND, peer, mark.written());
    }

    private enum State {
        OPEN,
        FREE,
        SPENT
    }

    private record Mark(State state, long delivery, long seq) {
        private static final Mark NONE = new Mark(State.SPENT, 0, 0);

        static Mark read(byte[] document) {
            String[] parts = new String(document, StandardCharsets.US_ASCII).split(" ", -1);
            return new Mark(State.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        byte[] written() {
            return (state + " " + delivery + " " + seq).getBytes(StandardCharsets.US_ASCII);
        }
    }
}
