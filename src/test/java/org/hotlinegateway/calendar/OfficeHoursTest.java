package org.hotlinegateway.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hotlinegateway.calendar.OfficeHours.Shift;
import org.junit.jupiter.api.Test;

class OfficeHoursTest {
    private static final WorkingDays DAYS = WorkingDays.load(Path.of("mappings/calendar"));
    private static final Duration DAY = Duration.ofDays(1);

    private final OfficeHours hours = new OfficeHours(List.of(Shift.parse("09:00-12:00"), Shift.parse("14:00-17:30")));

    @Test
    void theLunchBreakDoesNotCount() {
        assertThat(between("2021-09-08T11:00:00+08:00", "2021-09-08T14:30:00+08:00"))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void nightsAndWeekendsDoNotCount() {
        assertThat(between("2021-09-10T17:00:00+08:00", "2021-09-13T09:30:00+08:00"))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aMakeUpSaturdayCountsAndAHolidayDoesNot() {
        assertThat(between("2021-09-18T09:00:00+08:00", "2021-09-18T10:00:00+08:00"))
                .isEqualTo(Duration.ofHours(1));
        assertThat(between("2021-09-20T09:00:00+08:00", "2021-09-21T18:00:00+08:00"))
                .isZero();
    }

    @Test
    void noMoreIsCountedThanIsAskedFor() {
        Duration two = Duration.ofHours(2);
        assertThat(hours.between(at("2021-01-04T00:00:00+08:00"), at("2021-12-31T00:00:00+08:00"), DAYS, two))
                .isEqualTo(two);
    }

    @Test
    void aYearWithoutACalendarIsNotGuessed() {
        assertThatThrownBy(() -> between("2031-09-08T09:00:00+08:00", "2031-09-08T10:00:00+08:00"))
                .isInstanceOf(CalendarMissing.class);
    }

    @Test
    void hoursThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Shift.parse("nine to five")).hasMessageContaining("Expected from-to");
    }

    private Duration between(String from, String to) {
        return hours.between(at(from), at(to), DAYS, DAY);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
