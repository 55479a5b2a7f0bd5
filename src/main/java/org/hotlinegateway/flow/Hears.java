package org.hotlinegateway.flow;

import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.peer.Answer;

/** Hears what a peer answered, inside the ledger transaction that settles the delivery. */
@FunctionalInterface
interface Hears {
    void answered(LedgerTx tx, ClaimedDelivery delivered, Answer answer);
}
