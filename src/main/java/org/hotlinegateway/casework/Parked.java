package org.hotlinegateway.casework;

import org.jspecify.annotations.Nullable;

/** A message cannot be decided now: it is given up for the moment, visible, and nothing of it is applied. */
final class Parked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String waitingOn;

    /** Waits for a person. The reason begins with a stable code and holds no personal data. */
    Parked(String reason) {
        this(reason, null);
    }

    Parked(String reason, @Nullable String waitingOn) {
        super(reason, null, false, false);
        this.waitingOn = waitingOn;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String waitingOn() {
        return waitingOn;
    }
}
