package org.hotlinegateway.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Hours in which halls are open, on working days in Beijing.
 *
 * @param shifts from when to when, for example 09:00-12:00 and 14:00-17:30
 */
public record OfficeHours(List<Shift> shifts) {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    public OfficeHours {
        shifts = List.copyOf(shifts);
    }

    /** One stretch of a day. */
    public record Shift(LocalTime from, LocalTime to) {
        /** Reads {@code 09:00-12:00}. */
        public static Shift parse(String text) {
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException(text + ": not office hours. Expected from-to such as 09:00-12:00.");
            }
            return new Shift(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        }
    }

    /**
     * How much office time lies between two moments, but no more than is asked for.
     *
     * @throws CalendarMissing when a year in between has no calendar
     */
    public Duration between(Instant from, Instant to, WorkingDays days, Duration atMost) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(BEIJING).toLocalDate();
        for (LocalDate day = from.atZone(BEIJING).toLocalDate();
                !day.isAfter(last) && sum.compareTo(atMost) < 0;
                day = day.plusDays(1)) {
            if (days.isWorkingDay(day)) {
                sum = sum.plus(on(day, from, to));
            }
        }
        return sum.compareTo(atMost) < 0 ? sum : atMost;
    }

    private Duration on(LocalDate day, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Shift shift : shifts) {
            Instant begin = later(day.atTime(shift.from()).atZone(BEIJING).toInstant(), from);
            Instant end = earlier(day.atTime(shift.to()).atZone(BEIJING).toInstant(), to);
            sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
        }
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
