package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingSet;

/**
 * A message whose personal data is replaced by invented values of the same shape, going the same way through its mapping.
 *
 * @param notes where that could not be done whole
 */
record MaskedSample(byte[] message, List<String> notes) {
    private static final String KEPT =
            "a rule depends on what people have written, so that free text stays but for known names,"
                    + " phone numbers and certificates: read the sample before you share it";

    static MaskedSample of(MappingSet set, MappingOutline outline, byte[] message, MappingContext context) {
        PersonalPaths paths = PersonalPaths.of(outline);
        List<String> way = way(set, outline, message, context);
        byte[] masked = masked(outline, paths, message, true);
        if (way.equals(way(set, outline, masked, context))) {
            return new MaskedSample(masked, List.of());
        }
        byte[] gentle = masked(outline, paths, message, false);
        List<String> notes = new ArrayList<>(List.of(KEPT));
        List<String> other = new ArrayList<>(way(set, outline, gentle, context));
        other.removeAll(way);
        if (!other.isEmpty()) {
            notes.add("the masked message goes another way than the original at " + String.join(", ", other));
        }
        return new MaskedSample(gentle, notes);
    }

    private static byte[] masked(MappingOutline outline, PersonalPaths paths, byte[] message, boolean texts) {
        Inventions inventions = new Inventions();
        MessageText.rewritten(
                outline.source(), message, (path, text) -> personal(paths, inventions, path, text, false));
        return MessageText.rewritten(
                outline.source(), message, (path, text) -> personal(paths, inventions, path, text, texts));
    }

    /** Free text is told from a single value: names met elsewhere are replaced in it. */
    private static String personal(
            PersonalPaths paths, Inventions inventions, String path, String text, boolean wholeTexts) {
        PersonalKind kind = paths.at(path).orElse(null);
        if (kind == null || kind == PersonalKind.TEXT && !wholeTexts) {
            return inventions.inside(PersonalKind.replaced(text, inventions));
        }
        return kind == PersonalKind.TEXT ? Invented.text(text) : inventions.of(kind, text);
    }

    /** Which rules made which fields, by which rows and branches; no values. */
    private static List<String> way(MappingSet set, MappingOutline outline, byte[] message, MappingContext context) {
        Explanation explanation = Explanation.of(set, outline.name(), message, context);
        Stream<String> fields = explanation.fields().stream()
                .filter(Explanation.Field::made)
                .map(field -> field.target() + " " + field.steps());
        Stream<String> errors = explanation.errors().stream().map(error -> error.target() + " " + error.code());
        return Stream.concat(fields, errors).toList();
    }
}
