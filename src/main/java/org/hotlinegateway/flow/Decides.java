package org.hotlinegateway.flow;

import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.StoredMessage;

/** Takes a translated message and decides it inside a ledger transaction; a message whose turn it is not stays. */
@FunctionalInterface
interface Decides {
    void decide(LedgerTx tx, StoredMessage message, byte[] caseEvent);
}
