package org.hotlinegateway.ledger;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its turn and its due time. */
    READY,
    /** Claimed under a lease. */
    CLAIMED,
    /** The peer acknowledged it by its own success predicate. */
    ACKNOWLEDGED,
    /** Given up for now: refused, unmappable, attempts spent, or outcome unknown and not safe to send again. */
    HELD,
    /** Set aside by a person, with a reason. */
    SKIPPED
}
