package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Locale;
import org.hotlinegateway.vault.Mask;
import org.jspecify.annotations.Nullable;

/**
 * Compiles {@code mask: name | phone | id | text}, {@code mask: { keepFirst: 3, keepLast: 4 }} and, for free text,
 * {@code mask: { known: [PATH, …], when: CONDITION }}: values known of the requester first, then patterns.
 */
final class MaskCompiler {
    private MaskCompiler() {}

    static Step compile(Draft draft, Yaml mask) {
        if (mask instanceof Yaml.Dict dict) {
            if (isOfFreeText(dict)) {
                return known(dict, draft);
            }
            Draft settings = new Draft(dict, draft.scope(), draft.target(), null);
            int first = settings.number("keepFirst", 0);
            int last = settings.number("keepLast", 0);
            return ShapeSteps.mask(text -> Mask.keep(text, first, last));
        }
        String name = draft.textOf(mask, "the name of a mask");
        for (Mask preset : Mask.values()) {
            if (preset.name().toLowerCase(Locale.ROOT).equals(name)) {
                return ShapeSteps.mask(preset::apply);
            }
        }
        draft.error(mask.place(), "'mask' is name, phone, id, text or { keepFirst, keepLast }, found '" + name + "'");
        return ShapeSteps.mask(text -> Mask.keep(text, 0, 0));
    }

    static boolean isOfFreeText(@Nullable Yaml mask) {
        return mask instanceof Yaml.Dict dict && dict.has("known");
    }

    private static Step known(Yaml.Dict dict, Draft draft) {
        List<Path> paths = (dict.get("known") instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of())
                .stream().map(draft::look).toList();
        Yaml when = dict.get("when");
        Condition condition = when == null ? Condition.ALWAYS : new ConditionParser(draft.scope()).parse(when);
        return ShapeSteps.mask(
                (text, frame) -> condition.holds(frame) ? Mask.TEXT.apply(hidden(text, paths, frame)) : text);
    }

    private static String hidden(String text, List<Path> known, Frame frame) {
        String hidden = text;
        for (Path path : known) {
            String value = Value.scalarText(path.resolve(frame));
            if (value != null && value.strip().length() > 1) {
                hidden = hidden.replace(value.strip(), Mask.keep(value.strip(), 1, 0));
            }
        }
        return hidden;
    }
}
