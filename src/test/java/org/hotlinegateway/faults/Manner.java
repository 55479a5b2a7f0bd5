package org.hotlinegateway.faults;

/** How a message was sent to the door, and so what answer is due. */
enum Manner {
    /** For the first time, or again under the same id because no answer came. */
    CAREFUL,
    /** Twice at the same time, as a sender with two instances does. */
    TWICE,
    /** Once more under the same id after its receipt. */
    AGAIN,
    /** Another body under an id that has its receipt: must be refused. */
    CONTRADICTING,
    /** The very bytes and headers of an earlier request, nonce included: must be refused. */
    REPLAYED,
    /** Signed with a wrong secret: must be refused. */
    FORGED;

    boolean mustBeRefused() {
        return this == CONTRADICTING || this == REPLAYED || this == FORGED;
    }
}
