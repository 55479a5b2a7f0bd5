package org.hotlinegateway.delivery;

import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerBalance;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.ledger.StoredMessage;

/** What waits for a person, and what a person may do about it; everything done here needs a reason. */
public final class Desk {
    private final Ledger ledger;

    public Desk(Ledger ledger) {
        this.ledger = ledger;
    }

    public List<StoredDelivery> held(int limit) {
        return ledger.deliveriesIn(DeliveryState.HELD, limit);
    }

    public List<StoredMessage> parked(int limit) {
        return ledger.messagesIn(MessageState.PARKED, limit);
    }

    /** The deliveries of a case in order; empty when there is no such case. */
    public Optional<List<StoredDelivery>> deliveriesOf(String caseNo) {
        return ledger.findCase(caseNo).map(found -> ledger.deliveries(caseNo));
    }

    public Optional<StoredDelivery> delivery(long id) {
        return ledger.delivery(id);
    }

    public Optional<StoredMessage> message(long id) {
        return ledger.message(id);
    }

    public LedgerBalance balance() {
        return ledger.balance();
    }

    /** Sends a held delivery again; false when it is not held. */
    public boolean replay(long deliveryId, String by, String reason) {
        return Commit.awaited(ledger.replay(deliveryId, by, required(reason)));
    }

    /** Sets a held delivery aside for good, so that its lane goes on; false when it is not held. */
    public boolean skip(long deliveryId, String by, String reason) {
        return Commit.awaited(ledger.skip(deliveryId, by, required(reason)));
    }

    /** Decides a parked message again; false when it is not parked. */
    public boolean replayMessage(long messageId, String by, String reason) {
        return Commit.awaited(ledger.replayMessage(messageId, by, required(reason)));
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is required");
        }
        return reason.strip();
    }
}
