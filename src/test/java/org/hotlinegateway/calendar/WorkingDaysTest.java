package org.hotlinegateway.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tyme.holiday.LegalHoliday;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private final WorkingDays days = WorkingDays.load(Path.of("mappings/calendar"));

    @ParameterizedTest
    @CsvSource({
        "2021-06-25, NEXT_WORKDAY, 1, 2021-06-28",
        "2021-06-25, NEXT_WORKDAY, 2, 2021-06-29",
        "2021-06-25, NEXT_WORKDAY, 10, 2021-07-09",
        "2021-06-25, NEXT_WORKDAY, 15, 2021-07-16",
        "2021-09-08, NEXT_WORKDAY, 1, 2021-09-09",
        "2021-09-08, NEXT_WORKDAY, 2, 2021-09-10",
        "2021-09-08, NEXT_WORKDAY, 10, 2021-09-23",
        "2021-09-08, NEXT_WORKDAY, 15, 2021-09-29",
        "2021-09-10, NEXT_WORKDAY, 1, 2021-09-13",
        "2021-09-10, NEXT_WORKDAY, 2, 2021-09-14",
        "2021-09-10, NEXT_WORKDAY, 10, 2021-09-26",
        "2021-09-10, NEXT_WORKDAY, 15, 2021-10-08",
        "2021-09-10, SAME_DAY, 10, 2021-09-24",
        "2021-09-10, FROM_NEXT_DAY, 10, 2021-09-26",
        "2021-09-18, NEXT_WORKDAY, 1, 2021-09-22",
        "2021-09-18, NEXT_WORKDAY, 2, 2021-09-23",
        "2021-09-18, SAME_DAY, 1, 2021-09-18",
        "2021-09-19, NEXT_WORKDAY, 1, 2021-09-22",
        "2021-09-19, SAME_DAY, 1, 2021-09-22",
        "2021-09-19, NEXT_WORKDAY, 2, 2021-09-23",
        "2021-09-30, NEXT_WORKDAY, 1, 2021-10-08",
        "2021-09-30, NEXT_WORKDAY, 2, 2021-10-09",
        "2021-09-30, NEXT_WORKDAY, 10, 2021-10-20",
        "2024-02-09, NEXT_WORKDAY, 1, 2024-02-18",
        "2024-02-09, NEXT_WORKDAY, 2, 2024-02-19",
        "2025-12-31, NEXT_WORKDAY, 1, 2026-01-04",
        "2025-12-31, NEXT_WORKDAY, 2, 2026-01-05",
        "2026-02-13, NEXT_WORKDAY, 1, 2026-02-14",
        "2026-02-13, NEXT_WORKDAY, 2, 2026-02-24",
        "2026-09-18, NEXT_WORKDAY, 1, 2026-09-20",
    })
    void aCountEndsOnTheDayTheHandbookSays(LocalDate received, CountFrom from, int n, LocalDate expected) {
        assertThat(days.day(n, received, from)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2020, 249", "2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void aYearHasItsWorkingDays(int year, int expected) {
        assertThat(wholeYear(year).stream().filter(days::isWorkingDay)).hasSize(expected);
    }

    @Test
    void everyDayAgreesWithAnIndependentCalendar() {
        List<LocalDate> differing = IntStream.rangeClosed(2020, 2026)
                .boxed()
                .flatMap(year -> wholeYear(year).stream())
                .filter(day -> days.isWorkingDay(day) != isWorkingDayByTyme(day))
                .toList();
        assertThat(differing).isEmpty();
    }

    @Test
    void offsetsCountBothWays() {
        LocalDate deadline = LocalDate.parse("2021-09-23");
        assertThat(days.plus(deadline, 1)).isEqualTo("2021-09-24");
        assertThat(days.plus(deadline, 3)).isEqualTo("2021-09-27");
        assertThat(days.plus(deadline, -1)).isEqualTo("2021-09-22");
        assertThat(days.between(deadline, LocalDate.parse("2021-09-27"))).isEqualTo(3);
        assertThat(days.between(deadline, LocalDate.parse("2021-09-22"))).isEqualTo(-1);
    }

    @Test
    void aCountThatEntersAYearWithoutItsNoticeHasNoAnswer() {
        assertThatThrownBy(() -> days.day(10, LocalDate.parse("2026-12-25"), CountFrom.NEXT_WORKDAY))
                .isInstanceOfSatisfying(
                        CalendarMissing.class, e -> assertThat(e.year()).isEqualTo(2027))
                .hasMessageContaining("mappings/calendar/2027.csv");
    }

    private static boolean isWorkingDayByTyme(LocalDate day) {
        LegalHoliday holiday = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return holiday != null ? holiday.isWork() : day.getDayOfWeek().getValue() < 6;
    }

    private static List<LocalDate> wholeYear(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).toList();
    }
}
