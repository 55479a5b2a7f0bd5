package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
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

    private record Token(Part part, int width, int literal) {}

    private final String text;
    private final Token[] tokens;
    private final int width;
    private final int continuations;

    private DatePattern(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens.toArray(Token[]::new);
        this.width = text.length() + 6;
        this.continuations = tokens.stream().anyMatch(DatePattern::isEscaped)
                ? Written.NOT_PLAIN
                : (int) tokens.stream().filter(DatePattern::isContinuation).count();
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
                for (byte literal : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    tokens.add(new Token(Part.LITERAL, 1, literal));
                }
            } else {
                int width = run(pattern, i);
                tokens.add(new Token(part(c, pattern), width, c));
                i += width - 1;
            }
        }
        return new DatePattern(pattern, tokens);
    }

    private static boolean isEscaped(Token token) {
        int literal = token.part() == Part.LITERAL ? token.literal() : 'x';
        return literal == '"' || literal == '\\' || literal >= 0 && literal < ' ';
    }

    private static boolean isContinuation(Token token) {
        return token.part() == Part.LITERAL && (token.literal() & 0xC0) == 0x80;
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

    Value.Text print(Civil civil) {
        Bytes out = new Bytes(width);
        for (Token token : tokens) {
            int wide = token.width();
            switch (token.part()) {
                case YEAR -> digits(out, wide == 2 ? civil.year() % 100 : civil.year(), wide);
                case MONTH -> digits(out, civil.month(), wide);
                case DAY -> digits(out, civil.day(), wide);
                case HOUR -> digits(out, civil.hour(), wide);
                case MINUTE -> digits(out, civil.minute(), wide);
                case SECOND -> digits(out, civil.second(), wide);
                case FRACTION -> fraction(out, civil.nanos(), wide);
                case OFFSET -> offset(out, civil.offset());
                case LITERAL -> out.add(token.literal());
            }
        }
        return out.text(continuations);
    }

    private static void digits(Bytes out, int number, int width) {
        if (width == 4 && number <= 9999) {
            out.twoDigits(number / 100);
            out.twoDigits(number % 100);
        } else if (width == 2) {
            out.twoDigits(number);
        } else {
            String digits = Integer.toString(number);
            out.ascii("0".repeat(Math.max(0, width - digits.length())) + digits);
        }
    }

    private static void fraction(Bytes out, int nanos, int width) {
        int scale = 100_000_000;
        for (int i = 0; i < Math.min(9, width); i++) {
            out.add('0' + nanos / scale % 10);
            scale /= 10;
        }
    }

    private static void offset(Bytes out, int seconds) {
        int minutes = Math.abs(seconds) / 60;
        out.add(seconds < 0 ? '-' : '+');
        digits(out, minutes / 60, 2);
        out.add(':');
        digits(out, minutes % 60, 2);
    }

    /** @throws FieldFault when the text has another shape or is no day of the calendar */
    Moment parse(Written source) {
        DateCursor cursor = DateCursor.of(source, text);
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
}
