package org.hotlinegateway.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a stand-in peer behaves: as it should, or with one of the faults a gateway must survive. */
public enum Mode {
    OK,
    /** Refuses everything in its own envelope. */
    REFUSE,
    /** Closes the connection without an answer and takes nothing. */
    DOWN,
    /** Takes nothing and does not answer until the mode changes. */
    TIMEOUT,
    /** Takes the message, then does not answer until the mode changes. */
    TIMEOUT_AFTER_CREATE,
    /** Takes the message, then closes the connection without an answer. */
    RESET_AFTER_CREATE,
    HTTP_500,
    HTTP_503,
    /** Answers 200 with the page of somebody's login. */
    GARBAGE;

    static Optional<Mode> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(wanted))
                .findFirst();
    }

    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
