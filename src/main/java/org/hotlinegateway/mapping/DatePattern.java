package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;

/** A date pattern compiled to fixed parts; reads strictly and prints without java.time. */
final class DatePattern {
    static final DatePattern ISO = of("yyyy-MM-dd'T'HH:mm:ssXXX");

    private enum Part {
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        FRACTION,
        OFFSET,
        LITERAL
    }

    private record Token(Part part, int width, char literal) {}

    private final String text;
    private final Token[] tokens;

    private DatePattern(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens.toArray(Token[]::new);
    }

    /** @throws SyntaxFault for a letter that is none of y M d H m s S X */
    static DatePattern of(String pattern) {
        List<Token> tokens = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (quoted || !Character.isLetter(c) || c > 127) {
                tokens.add(new Token(Part.LITERAL, 1, c));
            } else {
                int width = run(pattern, i);
                tokens.add(new Token(part(c, pattern), width, c));
                i += width - 1;
            }
        }
        return new DatePattern(pattern, tokens);
    }

    private static int run(String pattern, int start) {
        int end = start;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(start)) {
            end++;
        }
        return end - start;
    }

    private static Part part(char letter, String pattern) {
        return switch (letter) {
            case 'y' -> Part.YEAR;
            case 'M' -> Part.MONTH;
            case 'd' -> Part.DAY;
            case 'H' -> Part.HOUR;
            case 'm' -> Part.MINUTE;
            case 's' -> Part.SECOND;
            case 'S' -> Part.FRACTION;
            case 'X' -> Part.OFFSET;
            default ->
                throw new SyntaxFault("date pattern '" + pattern + "' has the letter '" + letter
                        + "'. Letters: y M d H m s S X, other text in single quotes");
        };
    }

    boolean hasTime() {
        for (Token token : tokens) {
            if (token.part() == Part.HOUR || token.part() == Part.OFFSET) {
                return true;
            }
        }
        return false;
    }

    String text() {
        return text;
    }

    /** Whether a part of this letter is at least this wide. */
    boolean has(char letter, int width) {
        for (Token token : tokens) {
            if (token.part() != Part.LITERAL && token.literal() == letter && token.width() >= width) {
                return true;
            }
        }
        return false;
    }

    String print(Civil civil) {
        StringBuilder out = new StringBuilder(text.length() + 6);
        for (Token token : tokens) {
            switch (token.part()) {
                case YEAR -> digits(out, token.width() == 2 ? civil.year() % 100 : civil.year(), token.width());
                case MONTH -> digits(out, civil.month(), token.width());
                case DAY -> digits(out, civil.day(), token.width());
                case HOUR -> digits(out, civil.hour(), token.width());
                case MINUTE -> digits(out, civil.minute(), token.width());
                case SECOND -> digits(out, civil.second(), token.width());
                case FRACTION ->
                    out.append(String.valueOf(1_000_000_000L + civil.nanos()), 1, 1 + Math.min(9, token.width()));
                case OFFSET -> offset(out, civil.offset());
                case LITERAL -> out.append(token.literal());
            }
        }
        return out.toString();
    }

    private static void digits(StringBuilder out, int number, int width) {
        for (int limit = width == 4 ? 1000 : width == 3 ? 100 : width == 2 ? 10 : 1;
                limit > number && limit > 1;
                limit /= 10) {
            out.append('0');
        }
        out.append(number);
    }

    private static void offset(StringBuilder out, int seconds) {
        int minutes = Math.abs(seconds) / 60;
        out.append(seconds < 0 ? '-' : '+');
        digits(out, minutes / 60, 2);
        out.append(':');
        digits(out, minutes % 60, 2);
    }

    /** @throws FieldFault when the text has another shape or is no day of the calendar */
    Moment parse(String source) {
        Cursor cursor = new Cursor(source, text);
        int year = 1970;
        int month = 1;
        int day = 1;
        int second = 0;
        int nanos = 0;
        int offset = Moment.NONE;
        for (Token token : tokens) {
            switch (token.part()) {
                case YEAR -> year = cursor.number(token.width(), 9999) + (token.width() == 2 ? 2000 : 0);
                case MONTH -> month = cursor.number(token.width(), 12);
                case DAY -> day = cursor.number(token.width(), 31);
                case HOUR -> second += 3600 * cursor.number(token.width(), 23);
                case MINUTE -> second += 60 * cursor.number(token.width(), 59);
                case SECOND -> second += cursor.number(token.width(), 59);
                case FRACTION -> nanos = cursor.fraction(token.width());
                case OFFSET -> offset = cursor.offset();
                case LITERAL -> cursor.expect(token.literal());
            }
        }
        cursor.end();
        return Moment.of(year, month, day, second, nanos, offset, !hasTime());
    }

    /** Reads digits strictly from left to right. */
    static final class Cursor {
        private final String text;
        private final String expected;
        private int at;

        Cursor(String text, String expected) {
            this.text = text;
            this.expected = expected;
        }

        private FieldFault wrong() {
            return new FieldFault(FieldError.Code.TYPE, "is no date of the form " + expected);
        }

        boolean more() {
            return at < text.length();
        }

        char peek() {
            return more() ? text.charAt(at) : 0;
        }

        /** Exactly {@code width} digits; width 1 takes one or two. */
        int number(int width, int limit) {
            int start = at;
            int most = width == 1 ? 2 : width;
            int number = 0;
            while (at - start < most && peek() >= '0' && peek() <= '9') {
                number = number * 10 + text.charAt(at++) - '0';
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
                char c = peek();
                if (c < '0' || c > '9') {
                    throw wrong();
                }
                nanos += (text.charAt(at++) - '0') * scale;
            }
            return nanos;
        }

        int digitsAhead() {
            int end = at;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return end - at;
        }

        /** Z, +08:00, +0800 or +08. */
        int offset() {
            char sign = peek();
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

        void expect(char c) {
            if (peek() != c) {
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
}
