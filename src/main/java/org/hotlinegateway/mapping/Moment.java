package org.hotlinegateway.mapping;

/**
 * A point on the calendar as it was written.
 *
 * @param local seconds since 1970-01-01T00:00:00 as if in UTC
 * @param offset seconds east of UTC, {@link #NONE} when not written
 * @param dateOnly no time of day was written
 */
record Moment(long local, int nanos, int offset, boolean dateOnly) {
    static final int NONE = Integer.MIN_VALUE;
    private static final long DAY = 86_400;
    private static final long YEAR_ONE = -62_135_596_800L;
    private static final long YEAR_1900 = -2_208_988_800L;
    private static final long YEAR_9999_END = 253_402_214_400L;
    private static final long EPOCH_IN_CHINA = 28_800;

    /** 0001-01-01…, 1900-01-01 00:00:00, 1970-01-01 08:00:00, 9999-12-31…: how others write "no date". */
    boolean isSentinel() {
        return local < YEAR_ONE + DAY
                || local >= YEAR_9999_END
                || !dateOnly && (local == YEAR_1900 || local == EPOCH_IN_CHINA);
    }

    /** @throws FieldFault when there is no such day or time */
    static Moment of(int year, int month, int day, int second, int nanos, int offset, boolean dateOnly) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            throw new FieldFault(FieldError.Code.TYPE, "is no day of the calendar");
        }
        return new Moment(epochDay(year, month, day) * DAY + second, nanos, offset, dateOnly);
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Howard Hinnant's days_from_civil for years after 0. */
    private static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = shifted / 400;
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
