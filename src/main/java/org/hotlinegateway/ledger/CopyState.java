package org.hotlinegateway.ledger;

/** Where a corrected copy stands. */
public enum CopyState {
    /** Waits for a second person. */
    WAITING,
    /** Goes in place of the original from the next replay on. */
    APPROVED,
    REJECTED,
    /** What it was a copy of no longer waits: it went as it was, or was set aside. */
    OVERTAKEN
}
