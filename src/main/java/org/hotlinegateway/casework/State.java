package org.hotlinegateway.casework;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a case stands. A case never steps to a lower rank except by a rule of the state machine. */
public enum State {
    REGISTERED(10),
    AWAITING_SECOND_VISIT(15),
    ACCEPTED(20),
    HANDED_OFF(30),
    ASSIGNED(40),
    SIGNED(50),
    HANDLING(60),
    RETURN_PENDING(65),
    RESOLVED(70),
    VISITING(80),
    NOT_ACCEPTED(90),
    CLOSED(90),
    ARCHIVED(100);

    /** States before the end. */
    static final Set<State> OPEN = EnumSet.range(REGISTERED, VISITING);

    /** States a case ends in, before it is archived. */
    static final Set<State> ENDED = EnumSet.of(NOT_ACCEPTED, CLOSED);

    private static final Set<State> ASIDE = EnumSet.of(AWAITING_SECOND_VISIT, RETURN_PENDING, NOT_ACCEPTED);

    private final int rank;

    State(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    public boolean isOpen() {
        return rank < CLOSED.rank;
    }

    /** True while the time limit runs: before the result. */
    public boolean isUnresolved() {
        return rank < RESOLVED.rank;
    }

    /** States of the main way that a jump from here to there passes over. */
    List<State> skippedUpTo(State target) {
        return Arrays.stream(values())
                .filter(state -> state.rank > rank && state.rank < target.rank && !ASIDE.contains(state))
                .toList();
    }
}
