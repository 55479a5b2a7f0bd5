package org.hotlinegateway.mapping;

/** Looks on while a message is converted; costs nothing when absent. */
interface Trace {
    /** A step that tells something about the field being made: table row, branch, default, cut. */
    void step(String what);

    /** A rule was asked for its field; {@code made} tells whether it gave a value. */
    void field(String target, FieldRule rule, boolean made);

    /** A turn that not every message takes was taken at this place. */
    default void reached(Reach reach, Place place) {}

    /** A row of a code table was found. */
    default void row(Table table, Table.Row row) {}
}
