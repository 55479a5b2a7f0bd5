package org.hotlinegateway.ledger;

/**
 * Told once when the disk under the ledger can no longer be trusted (a failed write or sync). Nothing is written
 * afterwards: after a failed sync the only safe way on is a new process that recovers from what is on disk.
 */
@FunctionalInterface
public interface FatalLedgerError {
    void happened(Throwable cause);
}
