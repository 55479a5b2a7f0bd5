package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.Explanation.Fate;

/** Prints where the fields of a message come from, line by line. */
public final class OriginsText {
    private static final int DIGEST_SHOWN = 12;
    private static final Map<Fate, String> FATES = Map.of(
            Fate.LOOKED_AT, "looked at only",
            Fate.LEFT_OUT, "unmapped on purpose",
            Fate.UNREAD, "unread");

    private final List<String> lines = new ArrayList<>();

    private OriginsText() {}

    public static List<String> lines(Origins origins) {
        OriginsText text = new OriginsText();
        text.lines.add(origins.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + origins.id() + " "
                + origins.key() + ", " + origins.peer() + " " + origins.type());
        if (origins.conversions().isEmpty()) {
            text.lines.add("nothing is kept of how it was converted");
        }
        origins.conversions().forEach(text::conversion);
        return List.copyOf(text.lines);
    }

    private void conversion(Origins.Conversion conversion) {
        lines.add("");
        lines.add(conversion.mapping() + ", set " + conversion.digest().substring(0, DIGEST_SHOWN) + ", $now = "
                + conversion.at() + context(conversion.context()));
        if (conversion.problem() != null) {
            lines.add("  " + conversion.problem());
            return;
        }
        conversion.fields().forEach(this::target);
        conversion
                .errors()
                .forEach(error -> lines.add("  error: " + error.path() + ": " + error.code() + " " + error.text()));
        lines.add("  from the source:");
        conversion.sources().forEach(this::source);
    }

    private static String context(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getKey().equals("mappingDigest"))
                .map(value -> ", $" + value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining());
    }

    private void target(Origins.Target field) {
        String from = field.sources().isEmpty() ? "" : " <- " + String.join(", ", field.sources());
        String how = field.steps().isEmpty() ? "" : " [" + String.join("; ", field.steps()) + "]";
        String value = field.value() == null ? "" : " = " + field.value();
        lines.add("  " + field.path() + (field.made() ? value : " (left out)") + from + how + "  " + field.rule());
    }

    private void source(Origins.Source field) {
        lines.add("    " + field.path() + " = " + field.value() + " " + where(field.fate(), field.targets()));
    }

    /** A source field and where it went, without its value. */
    public static String line(Explanation.SourceField field) {
        return field.path() + " " + where(field.fate(), field.targets());
    }

    private static String where(Fate fate, List<String> targets) {
        return fate == Fate.MOVED ? "-> " + String.join(", ", targets) : FATES.getOrDefault(fate, "");
    }
}
