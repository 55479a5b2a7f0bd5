package org.hotlinegateway.ledger;

/** How it went to begin a piece of work on a selection. */
public enum Begun {
    DONE,
    NOT_FOUND,
    /** Other work on it is not over. */
    AT_WORK,
    /** None of its members has healed yet. */
    NOT_TRIED,
    /** No member is left for this. */
    NOTHING_LEFT
}
