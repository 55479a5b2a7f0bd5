package org.hotlinegateway.mapping;

/** Year, month, day and time of day of a local second; Howard Hinnant's civil_from_days. */
record Civil(int year, int month, int day, int hour, int minute, int second, int nanos, int offset) {
    static Civil of(long local, int nanos, int offset) {
        long days = Math.floorDiv(local, 86_400L);
        int time = (int) (local - days * 86_400L);
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) (shifted - era * 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        return new Civil(year, month, day, time / 3600, time / 60 % 60, time % 60, nanos, offset);
    }
}
