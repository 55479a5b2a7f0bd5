package org.hotlinegateway.workbench;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.vault.Mask;

/**
 * How a value of a real message is shown to an engineer. Codes, numbers, times and what the mapping files themselves say
 * stand as they are; what is personal by its path or by its shape is masked, and of any other text only its first
 * character, its punctuation and its length are told.
 */
final class Shown {
    private static final int AT_MOST = 40;
    private static final Pattern BARE = Pattern.compile("true|false|null|-?[0-9][0-9.eE+-]*|\\{}|\\[]");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{0,100}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?\\S{0,10}");

    private Shown() {}

    /** A target field's value; what a table, a default or a constant gave is no secret. */
    static String target(Explanation.Field field) {
        String value = field.value();
        if (value == null) {
            return "";
        }
        boolean fromFiles = field.sources().isEmpty() || isOutOfTable(field);
        return fromFiles ? value : value(value, kind(field));
    }

    private static boolean isOutOfTable(Explanation.Field field) {
        return field.steps().stream().anyMatch(step -> step.startsWith("table ") && !step.endsWith(": no row"));
    }

    private static Optional<PersonalKind> kind(Explanation.Field field) {
        return Stream.concat(Stream.of(field.target()), field.sources().stream())
                .flatMap(path -> PersonalKind.of(plain(path)).stream())
                .findFirst();
    }

    /** A source field's value; personal also when a target it went into is. */
    static String source(Explanation.SourceField field) {
        Optional<PersonalKind> kind = Stream.concat(Stream.of(field.path()), field.targets().stream())
                .flatMap(path -> PersonalKind.of(plain(path)).stream())
                .findFirst();
        return value(field.value(), kind);
    }

    private static String plain(String path) {
        return path.replaceAll("\\[\\d+]", "").replace(".#text", "");
    }

    /** @param json a value as JSON */
    static String value(String json, Optional<PersonalKind> kind) {
        boolean text = json.startsWith("\"");
        if (!text && kind.isEmpty()) {
            return BARE.matcher(json).matches() ? json : hidden(json);
        }
        String plain = text ? JsonTexts.plain(json) : json;
        String shown = kind.map(known -> masked(plain, known)).orElseGet(() -> unknown(plain));
        return text ? "\"" + shown + "\"" : shown;
    }

    private static String masked(String text, PersonalKind kind) {
        return switch (kind) {
            case NAME -> Mask.NAME.apply(text);
            case PHONE -> Mask.PHONE.apply(text);
            case CERTIFICATE, CREDIT_CODE -> Mask.ID.apply(text);
            case ORGANISATION, MAIL, TEXT -> hidden(text);
        };
    }

    private static String unknown(String text) {
        boolean harmless = CODE.matcher(text).matches() || TIME.matcher(text).matches();
        return harmless ? Mask.TEXT.apply(text) : hidden(text);
    }

    private static String hidden(String text) {
        int length = text.codePointCount(0, text.length());
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(AT_MOST).forEach(point -> {
            boolean letter = Character.isLetterOrDigit(point) && !shown.isEmpty();
            shown.appendCodePoint(letter ? '*' : point);
        });
        return length > AT_MOST ? shown + "… (" + length + " characters)" : shown.toString();
    }
}
