package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;

/** Reads the parts of a date strictly from left to right, out of the bytes it is written in. */
final class DateCursor {
    private final byte[] bytes;
    private final int end;
    private final String expected;
    private int at;

    private DateCursor(byte[] bytes, int from, int to, String expected) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
        this.expected = expected;
    }

    /** @param expected the form, for errors */
    static DateCursor of(Written text, String expected) {
        return text.hasBytes()
                ? new DateCursor(text.source(), text.from(), text.to(), expected)
                : of(text.text(), expected);
    }

    static DateCursor of(String text, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new DateCursor(bytes, 0, bytes.length, expected);
    }

    private FieldFault wrong() {
        return new FieldFault(FieldError.Code.TYPE, "is no date of the form " + expected);
    }

    boolean more() {
        return at < end;
    }

    int peek() {
        return at < end ? bytes[at] : 0;
    }

    /** Exactly {@code width} digits; width 1 takes one or two. */
    int number(int width, int limit) {
        int most = width == 1 ? 2 : width;
        int last = Math.min(end, at + most);
        int start = at;
        int number = 0;
        while (at < last && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at++] - '0';
        }
        if (at == start || width > 1 && at - start < width || number > limit) {
            throw wrong();
        }
        return number;
    }

    int fraction(int width) {
        int scale = 1_000_000_000;
        int nanos = 0;
        for (int i = 0; i < width; i++) {
            scale /= 10;
            if (!more() || !isDigit(at)) {
                throw wrong();
            }
            nanos += (bytes[at++] - '0') * scale;
        }
        return nanos;
    }

    private boolean isDigit(int place) {
        return bytes[place] >= '0' && bytes[place] <= '9';
    }

    int digitsAhead() {
        int last = at;
        while (last < end && isDigit(last)) {
            last++;
        }
        return last - at;
    }

    /** Z, +08:00, +0800 or +08. */
    int offset() {
        int sign = peek();
        at++;
        if (sign == 'Z') {
            return 0;
        }
        if (sign != '+' && sign != '-') {
            throw wrong();
        }
        int seconds = 3600 * number(2, 18);
        if (peek() == ':') {
            at++;
            seconds += 60 * number(2, 59);
        } else if (more()) {
            seconds += 60 * number(2, 59);
        }
        return sign == '-' ? -seconds : seconds;
    }

    void expect(int one) {
        if (peek() != one) {
            throw wrong();
        }
        at++;
    }

    void skip() {
        at++;
    }

    void end() {
        if (more()) {
            throw wrong();
        }
    }
}
