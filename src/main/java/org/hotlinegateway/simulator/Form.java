package org.hotlinegateway.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The form one value of a dialect must have. */
record Form(String expected, Predicate<String> accepts) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    static final Form LOCAL_TIME = new Form("yyyy-MM-dd HH:mm:ss", parses(text -> LocalDateTime.parse(text, LOCAL)));
    static final Form COMPACT_TIME = new Form("yyyyMMddHHmmss", parses(text -> LocalDateTime.parse(text, COMPACT)));
    static final Form ZONED_TIME = new Form("date-time with offset", parses(OffsetDateTime::parse));
    static final Form DATE = new Form("yyyy-MM-dd", parses(LocalDate::parse));
    static final Form FLAG = oneOf("0", "1");
    static final Form CASE_NO = pattern("BBCS-<9 digits>-<8 digits>-<number>", "BBCS-\\d{9}-\\d{8}-\\d{4,}");
    static final Form ID = pattern("1 to 64 characters", "\\S{1,64}");
    static final Form WHOLE = pattern("digits", "\\d{1,9}");

    static Form text(int max) {
        return new Form(
                "text of at most " + max + " characters",
                text -> !text.isBlank() && text.codePointCount(0, text.length()) <= max);
    }

    static Form oneOf(String... values) {
        return new Form("one of " + String.join(", ", values), List.of(values)::contains);
    }

    static Form pattern(String expected, String regex) {
        return new Form(expected, Pattern.compile(regex).asMatchPredicate());
    }

    /** Text made of such values, separated by commas. */
    Form list() {
        return new Form(
                "list of " + expected,
                text -> Pattern.compile(",").splitAsStream(text).allMatch(accepts));
    }

    private static Predicate<String> parses(Parser parser) {
        return text -> {
            try {
                return parser.parse(text) != null;
            } catch (DateTimeException unreadable) {
                return false;
            }
        };
    }

    private interface Parser {
        Object parse(String text);
    }
}
