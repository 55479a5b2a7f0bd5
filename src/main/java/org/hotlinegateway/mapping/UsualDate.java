package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Reads the one form nearly all dates have, {@code 2021-09-10T09:00:00+08:00}, place by place. */
final class UsualDate {
    private static final int LENGTH = 25;
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd+dd:dd";

    private static final long ZEROS = 0x3030303030303030L;
    private static final long BEYOND_NINE = 0x4646464646464646L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long[] WHERE = new long[3];
    private static final long[] SIGNS = new long[3];

    static {
        signs();
    }

    private UsualDate() {}

    /** Null when the bytes have any other form, or are no time. */
    static @Nullable Moment read(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || !fits(bytes, from)) {
            return null;
        }
        int hour = two(bytes, from + 11);
        int minute = two(bytes, from + 14);
        int second = two(bytes, from + 17);
        int offsetHour = two(bytes, from + 20);
        int offsetMinute = two(bytes, from + 23);
        if (hour > 23 || minute > 59 || second > 59 || offsetHour > 18 || offsetMinute > 59) {
            return null;
        }
        int year = two(bytes, from) * 100 + two(bytes, from + 2);
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        int time = hour * 3600 + minute * 60 + second;
        return Moment.of(year, month, day, time, 0, offsetHour * 3600 + offsetMinute * 60, false);
    }

    private static boolean fits(byte[] bytes, int from) {
        int last = bytes[from + LENGTH - 1] - '0';
        return last >= 0
                && last <= 9
                && fits(EightBytes.get(bytes, from), 0)
                && fits(EightBytes.get(bytes, from + 8), 1)
                && fits(EightBytes.get(bytes, from + 16), 2);
    }

    /** Eight places at once: with the signs turned to zeros all must be digits. */
    private static boolean fits(long eight, int part) {
        long digits = eight ^ SIGNS[part];
        boolean signs = (digits & WHERE[part]) == (ZEROS & WHERE[part]);
        return signs && ((digits | digits + BEYOND_NINE | digits - ZEROS) & HIGHS) == 0;
    }

    /** By the shape: 0xFF where a sign stands, and what turns that sign to a zero. */
    private static void signs() {
        for (int i = 0; i < LENGTH - 1; i++) {
            if (SHAPE.charAt(i) != 'd') {
                int shift = i % 8 * 8;
                WHERE[i / 8] |= 0xFFL << shift;
                SIGNS[i / 8] |= (long) (SHAPE.charAt(i) ^ '0') << shift;
            }
        }
    }

    private static int two(byte[] bytes, int at) {
        return bytes[at] * 10 + bytes[at + 1] - '0' * 11;
    }
}
