package org.hotlinegateway.flow;

import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.peer.Answer;

/** Says what a peer is told, and hears what it answered. */
@FunctionalInterface
interface Hears {
    /** Inside the ledger transaction that settles the delivery. */
    void answered(LedgerTx tx, ClaimedDelivery delivered, Answer answer);

    /** The document that is mapped for the peer. */
    default byte[] asSent(ClaimedDelivery claimed) {
        return claimed.document();
    }
}
