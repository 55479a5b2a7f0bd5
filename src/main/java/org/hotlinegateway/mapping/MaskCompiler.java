package org.hotlinegateway.mapping;

import java.util.Locale;
import org.hotlinegateway.vault.Mask;

/** Compiles {@code mask: name | phone | id | text} and {@code mask: { keepFirst: 3, keepLast: 4 }}. */
final class MaskCompiler {
    private MaskCompiler() {}

    static Step compile(Draft draft, Yaml mask) {
        if (mask instanceof Yaml.Dict dict) {
            Draft settings = new Draft(dict, draft.scope(), draft.target(), null);
            int first = settings.number("keepFirst", 0);
            int last = settings.number("keepLast", 0);
            return ShapeSteps.text("mask", text -> Mask.keep(text, first, last));
        }
        String name = draft.textOf(mask, "the name of a mask");
        for (Mask preset : Mask.values()) {
            if (preset.name().toLowerCase(Locale.ROOT).equals(name)) {
                return ShapeSteps.text("mask", preset::apply);
            }
        }
        draft.error(mask.place(), "'mask' is name, phone, id, text or { keepFirst, keepLast }, found '" + name + "'");
        return ShapeSteps.text("mask", text -> Mask.keep(text, 0, 0));
    }
}
