package org.hotlinegateway.ledger;

/** Where an accepted message stands. */
public enum MessageState {
    /** Accepted, not yet decided. */
    RECEIVED,
    /** Decided: its events are in the ledger. */
    APPLIED,
    /** Given up for now, visible, waiting for a release or a person. */
    PARKED,
    /** Set aside by a person, with a reason. */
    DISCARDED
}
