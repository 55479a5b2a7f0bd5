package org.hotlinegateway.ledger;

/** How it went to put something back that a person had set aside. */
public enum Undone {
    /** It waits at the desk again, where it was. */
    DONE,
    /** It is not set aside, or that was undone already. */
    NOT_DISCARDED,
    /**
     * A later delivery of its lane went out meanwhile, or may have: sent after it, this one would break the order of the
     * case, so it stays set aside.
     */
    OVERTAKEN
}
