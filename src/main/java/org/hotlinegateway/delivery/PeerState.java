package org.hotlinegateway.delivery;

/** Whether a peer is sent to, and why not; the first that holds. */
public enum PeerState {
    /** Staff stopped it. */
    HELD,
    /** In a maintenance window. */
    MAINTENANCE,
    /** It failed so often in a row that only a probe passes now and then. */
    BROKEN,
    /** The backlog of a time when it was not sent to is worked off, at its drain rate. */
    DRAINING,
    /** As ever. */
    OPEN
}
