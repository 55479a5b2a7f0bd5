package org.hotlinegateway.mapping;

/** Writes a target message field by field, straight to bytes; can take back what was written since a mark. */
interface Target {
    /** Opens the message. */
    void start();

    /** Closes the message and gives its bytes. */
    byte[] finish();

    long mark();

    void reset(long mark);

    void begin(Name name);

    void end(Name name);

    void beginArray(Name name);

    void endArray(Name name);

    void beginItem(Name name);

    void endItem(Name name);

    void write(Name name, Value value);
}
