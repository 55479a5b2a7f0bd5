package org.hotlinegateway.ledger;

/** On which side of a case something waits at the desk. */
public enum DeskSide {
    /** A parked message: accepted, not decided. */
    MESSAGE,
    /** A held delivery: decided, not taken by the peer. */
    DELIVERY,
    /** A held file of a case: named or uploaded, not kept. */
    ATTACHMENT;

    /** How the desk's records call one of this side, for example {@code DELIVERY 7}. */
    public String named(long id) {
        return name() + " " + id;
    }
}
