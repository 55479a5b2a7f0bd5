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
 * @param number of the publication, 0 when the gateway agrees with no other
 */
public record WentLive(Instant at, String digest, Cause cause, String by, String reason, String files, long number) {
    /** What made a set the live one. */
    public enum Cause {
        /** The gateway started with it. */
        START,
        /** Files of the mappings folder were edited. */
        FILES,
        /** A person went back to an earlier set. */
        ROLLBACK,
        /** A person published edited files after a preview. */
        PUBLISHED
    }

    private static final int COLUMNS_AT_LEAST = 6;
    private static final int COLUMNS = 7;

    public WentLive {
        by = oneLine(by);
        reason = oneLine(reason);
    }

    /** Something that was published, as it went live here. */
    static WentLive of(SharedSets.Published published, String files) {
        String by = published.instance().isEmpty() ? published.by() : published.by() + " at " + published.instance();
        return new WentLive(
                published.at(),
                published.digest(),
                published.cause(),
                by,
                published.reason(),
                files,
                published.number());
    }

    /** The same set under a later publication. */
    WentLive numbered(long later) {
        return new WentLive(at, digest, cause, by, reason, files, later);
    }

    String line() {
        String what = cause.name().toLowerCase(Locale.ROOT);
        return String.join("\t", at.toString(), digest, what, by, reason, files, Long.toString(number));
    }

    static WentLive parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length < COLUMNS_AT_LEAST || cells.length > COLUMNS) {
            throw new IllegalStateException(
                    "the history of mapping sets has a line of " + cells.length + " columns, expected " + COLUMNS);
        }
        return new WentLive(
                Instant.parse(cells[0]),
                cells[1],
                Cause.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3],
                cells[4],
                cells[5],
                cells.length < COLUMNS ? 0 : Long.parseLong(cells[COLUMNS - 1]));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
