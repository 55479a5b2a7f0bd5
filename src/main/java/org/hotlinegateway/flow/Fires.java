package org.hotlinegateway.flow;

import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Timer;

/** Does what a due timer is for, and unschedules it, inside a ledger transaction. */
@FunctionalInterface
interface Fires {
    void fire(LedgerTx tx, Timer timer);
}
