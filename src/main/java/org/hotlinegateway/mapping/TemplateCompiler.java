package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code text: "${a}(${b|-})"}; a name declared under {@code parts:} stands for a rule of its own. */
final class TemplateCompiler {
    private static final Value.Text EMPTY = Value.Text.known("");

    private TemplateCompiler() {}

    static Source compile(Draft draft, Yaml node) {
        String text = draft.textOf(node, "a text with ${path}");
        List<TextTemplate.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : text.indexOf('}', start);
            if (end < 0) {
                if (start >= 0) {
                    draft.error(node.place(), "'${' without '}' in the text");
                }
                break;
            }
            fixed(text.substring(at, start), parts);
            parts.add(value(draft, text.substring(start + 2, end), node.place()));
            at = end + 1;
        }
        fixed(text.substring(at), parts);
        unused(draft, text);
        return new TextTemplate(List.copyOf(parts));
    }

    /** A part the text does not name is a misspelling of one of the two. */
    private static void unused(Draft draft, String text) {
        if (draft.clauses().get("parts") instanceof Yaml.Dict parts) {
            for (String name : parts.entries().keySet()) {
                if (!text.contains("${" + name + "}") && !text.contains("${" + name + "|")) {
                    draft.error(parts.placeOf(name), "the text names no part '" + name + "'");
                }
            }
        }
    }

    private static void fixed(String text, List<TextTemplate.Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new TextTemplate.Part(Value.Text.known(text), null, null));
        }
    }

    private static TextTemplate.Part value(Draft draft, String inside, Place place) {
        int bar = inside.indexOf('|');
        String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        String otherwise = bar < 0 ? null : inside.substring(bar + 1);
        Yaml part = part(draft, name);
        FieldRule rule = RuleCompiler.compile(
                part == null ? new Yaml.Scalar(name, true, place) : part, draft.scope(), draft.target(), null);
        draft.reads().addAll(rule.reads());
        return new TextTemplate.Part(EMPTY, rule, otherwise == null ? null : Value.Text.known(otherwise));
    }

    private static @Nullable Yaml part(Draft draft, String name) {
        return draft.clauses().get("parts") instanceof Yaml.Dict parts ? parts.get(name) : null;
    }
}
