package org.hotlinegateway.simulator;

/** What a stand-in peer made of a request: taken, taken before, refused, a question only, or met by a fault it was told to show. */
public enum Verdict {
    TAKEN,
    DUPLICATE,
    REFUSED,
    ASKED,
    FAULT
}
