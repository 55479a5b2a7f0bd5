package org.hotlinegateway.mapping;

import java.time.Instant;
import java.util.Locale;

/**
 * A mapping set became the live one.
 *
 * @param at when
 * @param digest which set
 * @param cause what made it so
 * @param by who, {@code gateway} when nobody in person
 * @param reason why, in one line
 * @param files fingerprint of the files in the mappings folder at that time
 */
public record WentLive(Instant at, String digest, Cause cause, String by, String reason, String files) {
    /** What made a set the live one. */
    public enum Cause {
        /** The gateway started with it. */
        START,
        /** Files of the mappings folder were edited. */
        FILES,
        /** A person went back to an earlier set. */
        ROLLBACK
    }

    private static final int COLUMNS = 6;

    public WentLive {
        by = oneLine(by);
        reason = oneLine(reason);
    }

    String line() {
        return String.join("\t", at.toString(), digest, cause.name().toLowerCase(Locale.ROOT), by, reason, files);
    }

    static WentLive parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "the history of mapping sets has a line of " + cells.length + " columns, expected " + COLUMNS);
        }
        return new WentLive(
                Instant.parse(cells[0]),
                cells[1],
                Cause.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3],
                cells[4],
                cells[5]);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
