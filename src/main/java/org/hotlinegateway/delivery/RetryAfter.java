package org.hotlinegateway.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header Retry-After (RFC 9110, 10.2.3): seconds or a date; nonsense counts as absent, and an hour at most. */
public final class RetryAfter {
    private static final int DIGITS = 9;
    private static final Duration AT_MOST = Duration.ofHours(1);

    private RetryAfter() {}

    public static Duration parse(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Duration.ZERO;
        }
        try {
            return bounded(wait(header.strip(), now));
        } catch (DateTimeException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private static Duration wait(String header, Instant now) {
        return Character.isDigit(header.charAt(0))
                ? seconds(header)
                : Duration.between(
                        now,
                        ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
    }

    /** More digits than a number of seconds needs are more than the most. */
    private static Duration seconds(String header) {
        long seconds = Long.parseLong(header.length() > DIGITS ? header.substring(0, DIGITS) : header);
        return Duration.ofSeconds(seconds);
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(AT_MOST) > 0 ? AT_MOST : wait;
    }
}
