package org.hotlinegateway.peer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff may set for a peer while the gateway runs, over what is configured. */
public enum PeerSetting {
    /** Requests to the peer a second; 0: as fast as it answers. */
    RATE,
    /** Requests to the peer in flight; 0: as many as there are readers. */
    CONCURRENCY,
    /** Requests to the peer a second while a backlog is worked off; 0: as the rate. */
    DRAIN_RATE,
    /** When nothing is sent to the peer; several with commas between them. */
    MAINTENANCE,
    /** {@code true}: nothing is sent to the peer until somebody releases it. */
    HOLD,
    /** Messages of the peer a second that the door takes; 0: as many as come. */
    DOOR_RATE,
    /** Messages of the peer a second that the door takes for one hall; 0: as many as come. */
    HALL_RATE;

    /** As staff write it, for example {@code drain-rate}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PeerSetting> named(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(wireName))
                .findFirst();
    }

    /**
     * The value as it is kept.
     *
     * @throws IllegalArgumentException that says what is expected
     */
    public String checked(String value) {
        String text = value.strip();
        switch (this) {
            case CONCURRENCY -> require(text.matches("\\d{1,4}"), "a whole number such as 8, or 0 for no limit");
            case MAINTENANCE -> MaintenanceWindow.parseAll(text);
            case HOLD -> require(text.matches("true|false"), "true or false");
            case RATE, DRAIN_RATE, DOOR_RATE, HALL_RATE ->
                require(text.matches("\\d{1,6}(\\.\\d{1,3})?"), "a number such as 20 or 0.5, or 0 for no limit");
        }
        return text;
    }

    private void require(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(wireName() + ": expected " + expected);
        }
    }
}
