package org.hotlinegateway.peer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a peer is not to be sent to: once, or every day or week by Beijing time. Written as configured, it reads
 * itself again.
 */
public final class MaintenanceWindow {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String EXPECTED =
            ": expected 02:00/02:30, SAT 22:00/02:00, or 2021-09-08T22:00+08:00/2021-09-09T02:00+08:00";

    private final String text;
    private final @Nullable Instant from;
    private final @Nullable Instant until;
    private final LocalTime opens;
    private final LocalTime closes;
    private final @Nullable DayOfWeek day;

    private MaintenanceWindow(String text, Instant from, Instant until) {
        this.text = text;
        this.from = from;
        this.until = until;
        this.opens = LocalTime.MIDNIGHT;
        this.closes = LocalTime.MIDNIGHT;
        this.day = null;
    }

    private MaintenanceWindow(String text, LocalTime opens, LocalTime closes, @Nullable DayOfWeek day) {
        this.text = text;
        this.from = null;
        this.until = null;
        this.opens = opens;
        this.closes = closes;
        this.day = day;
    }

    /**
     * Reads {@code 02:00/02:30} (daily), {@code SAT 22:00/02:00} (weekly, into the next day) or two times with offset.
     *
     * @throws IllegalArgumentException when it is none of these, or ends before it begins
     */
    public static MaintenanceWindow parse(String written) {
        String text = written.strip();
        String[] words = text.split("\\s+");
        String[] ends = words[words.length - 1].split("/", -1);
        if (ends.length != 2 || words.length > 2) {
            throw new IllegalArgumentException(text + EXPECTED);
        }
        try {
            return ends[0].contains("T") && words.length == 1
                    ? once(text, ends)
                    : new MaintenanceWindow(
                            text,
                            LocalTime.parse(ends[0]),
                            LocalTime.parse(ends[1]),
                            words.length == 2 ? day(words[0]) : null);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text + EXPECTED, e);
        }
    }

    /** Reads several, with commas between them; none from a blank text. */
    public static List<MaintenanceWindow> parseAll(String written) {
        return Arrays.stream(written.split(","))
                .filter(one -> !one.isBlank())
                .map(MaintenanceWindow::parse)
                .toList();
    }

    /** For binding a property; as {@link #parse}. */
    public static MaintenanceWindow valueOf(String written) {
        return parse(written);
    }

    private static MaintenanceWindow once(String text, String[] ends) {
        Instant from = OffsetDateTime.parse(ends[0]).toInstant();
        Instant until = OffsetDateTime.parse(ends[1]).toInstant();
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(text + ": ends before it begins");
        }
        return new MaintenanceWindow(text, from, until);
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word.length() >= 3 && day.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("no day of the week: " + word));
    }

    /** When it ends, if it is on at a moment. */
    public Optional<Instant> endsAfter(Instant now) {
        if (from != null && until != null) {
            return now.isBefore(from) || !now.isBefore(until) ? Optional.empty() : Optional.of(until);
        }
        LocalDate today = now.atZone(BEIJING).toLocalDate();
        return on(today.minusDays(1), now).or(() -> on(today, now));
    }

    private Optional<Instant> on(LocalDate date, Instant now) {
        if (day != null && date.getDayOfWeek() != day) {
            return Optional.empty();
        }
        ZonedDateTime start = date.atTime(opens).atZone(BEIJING);
        LocalDate last = closes.isAfter(opens) ? date : date.plusDays(1);
        ZonedDateTime end = last.atTime(closes).atZone(BEIJING);
        boolean on = !now.isBefore(start.toInstant()) && now.isBefore(end.toInstant());
        return on ? Optional.of(end.toInstant()) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MaintenanceWindow window && window.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was written. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
