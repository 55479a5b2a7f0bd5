package org.hotlinegateway.faults;

/** A fault that begins, strikes what it meets, and ends. */
interface Episode {
    /** Which fault, as the log counts it. */
    String fault();

    /** What it is put into. */
    String where();

    void begin() throws Exception;

    /** Ends it and says how often it struck. */
    long end() throws Exception;
}
