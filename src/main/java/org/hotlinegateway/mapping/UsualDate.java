package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Reads the one form nearly all dates have, {@code 2021-09-10T09:00:00+08:00}, place by place. */
final class UsualDate {
    private static final int LENGTH = 25;
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd+dd:dd";

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
        for (int i = 0; i < LENGTH; i++) {
            char shape = SHAPE.charAt(i);
            int digit = bytes[from + i] - '0';
            if (shape == 'd' ? digit < 0 || digit > 9 : bytes[from + i] != shape) {
                return false;
            }
        }
        return true;
    }

    private static int two(byte[] bytes, int at) {
        return bytes[at] * 10 + bytes[at + 1] - '0' * 11;
    }
}
