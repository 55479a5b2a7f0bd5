package org.hotlinegateway.ledger;

/**
 * Work done inside one ledger transaction. It may be run more than once (its batch was rolled back), so it has no
 * effect outside the transaction.
 */
@FunctionalInterface
public interface UnitOfWork<T> {
    T run(LedgerTx tx);
}
