package org.hotlinegateway.ledger;

/** What became of a member of a selection. */
public enum MemberState {
    /** Nothing yet. */
    WAITING,
    /** Sent again, or to be decided again; its end is not known. */
    SENT,
    /** The peer acknowledged it, or it was decided. */
    HEALED,
    /** It failed again and is back at the desk. */
    FAILED,
    /** It did not wait any more when its turn came, and not by this selection. */
    GONE,
    /** Set aside. */
    DISCARDED,
    /** Was set aside and is back at the desk. */
    RESTORED,
    /** Was set aside and stays so: a later one of its lane went out. */
    OVERTAKEN
}
