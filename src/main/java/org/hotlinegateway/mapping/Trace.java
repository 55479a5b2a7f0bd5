package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Looks on while a message is converted; costs nothing when absent. */
interface Trace {
    /** A step that tells something about the field being made: table row, branch, default, cut. */
    void step(String what);

    /** A rule was asked for its field; {@code made} tells whether it gave a value. */
    void field(String target, FieldRule rule, boolean made);

    /** A turn that not every message takes was taken at this place. */
    default void reached(Reach reach, Place place) {}

    /** The value comes through this part of the rule: a branch, an alternative, an element of a list. */
    default void through(FieldRule part) {}

    /** The peer's signer made the value; what was read on the way was its siblings. */
    default void signed(String scheme) {}

    /** The finished value of the field told next; null when it has none, or when further fields make it up. */
    default void value(FieldRule rule, Frame frame, @Nullable Value value) {}

    /** The target schema demands this object, although none of its fields has a value. */
    default void empty(String target, Place place) {}

    /** The field told next collects what no rule read: the same paths as in the element at hand. */
    default void rest(FieldRule rule, Frame frame, @Nullable Value rest) {}

    /** A row of a code table was found. */
    default void row(Table table, Table.Row row) {}
}
