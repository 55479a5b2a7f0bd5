package org.hotlinegateway.flow;

import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.StoredMessage;

/** Decides a translated message inside a ledger transaction. */
@FunctionalInterface
interface Decides {
    void decide(LedgerTx tx, StoredMessage message, byte[] caseEvent);
}
