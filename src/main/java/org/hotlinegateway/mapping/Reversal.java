package org.hotlinegateway.mapping;

import java.util.List;

/**
 * How well one rule can be read backwards.
 *
 * @param target target path, positions of arrays as {@code []}
 * @param sources source paths the value goes back to; empty when it goes nowhere
 * @param why what is lost; empty when nothing is
 * @param place {@code file:line:column} of the rule
 */
public record Reversal(String target, List<String> sources, Kind kind, String why, String place) {
    /** What putting a target value back gives. */
    public enum Kind {
        /** Read forward again, the source gives the same target value. */
        EXACT,
        /** A value goes back, but something of it is lost or guessed. */
        PARTIAL,
        /** Nothing goes back. */
        NONE
    }

    public Reversal {
        sources = List.copyOf(sources);
    }

    /** The class as the specification of a mapping prints it: {@code PARTIAL(what was cut is lost)}. */
    public String verdict() {
        return why.isEmpty() ? kind.name() : kind + "(" + why + ")";
    }
}
