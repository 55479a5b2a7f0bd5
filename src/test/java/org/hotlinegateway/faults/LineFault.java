package org.hotlinegateway.faults;

/** What can happen to an exchange on a line. */
enum LineFault {
    NONE,
    /** The answer comes late. */
    LATENCY,
    /** The request arrives nowhere and is never answered. */
    BLACKHOLE,
    /** The request arrives and takes effect, and the line breaks before the answer. */
    CUT_BEFORE_ANSWER,
    /** The line breaks before the request is through. */
    CUT_BEFORE_REQUEST,
    /** The answer trickles, a few bytes at a time. */
    SLOW_DRIP,
    /** The request takes effect, and its answer is noise. */
    GARBAGE,
    /** The request arrives twice. */
    DUPLICATE
}
