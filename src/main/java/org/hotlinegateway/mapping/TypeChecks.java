package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what a rule makes with what its target takes. */
final class TypeChecks {
    private static final List<String> MAKE_TEXT =
            List.of("join", "mask", "prefix", "suffix", "pad", "upper", "lower", "cut");

    private final Draft draft;
    private final Schema target;
    private final ConvertSteps.Type takes;

    private TypeChecks(Draft draft, Schema target, ConvertSteps.Type takes) {
        this.draft = draft;
        this.target = target;
        this.takes = takes;
    }

    static void check(Draft draft) {
        Schema target = draft.valueSchema();
        ConvertSteps.Type takes = target == null ? null : target.scalarType();
        if (target != null && takes != null) {
            new TypeChecks(draft, target, takes).check();
        } else if (target != null && target.isObject() && draft.form() != FieldRule.Form.ARRAY) {
            scalarForObject(draft);
        }
        sourceForms(draft);
    }

    /** A literal where the target takes an object. */
    private static void scalarForObject(Draft draft) {
        for (String clause : List.of("text", "count", "join")) {
            if (draft.has(clause) && !draft.has("each")) {
                draft.error(draft.placeOf(clause), "the target takes an object, '" + clause + "' makes one value");
                return;
            }
        }
    }

    private void check() {
        String as = draft.text("as");
        if (as != null && !fits(as)) {
            draft.error(draft.placeOf("as"), "'as: " + as + "', but the target takes " + takes.noun());
        } else if (as == null && takes != ConvertSteps.Type.TEXT) {
            made();
        }
    }

    private boolean fits(String as) {
        return as.equals(takes.word()) || takes == ConvertSteps.Type.NUMBER && as.equals("integer");
    }

    private void made() {
        for (String clause : MAKE_TEXT) {
            Yaml node = draft.clauses().get(clause);
            if (node != null
                    && !(node instanceof Yaml.Scalar scalar && scalar.text().equals("false"))) {
                draft.error(draft.placeOf(clause), "'" + clause + "' makes text, the target takes " + takes.noun());
                return;
            }
        }
        String date = draft.text("date");
        if (date != null && (takes == ConvertSteps.Type.BOOLEAN || date.equals("iso"))) {
            draft.error(draft.placeOf("date"), "'date' makes no " + takes.word() + ", which the target takes");
        }
        if (draft.has("count") && takes == ConvertSteps.Type.BOOLEAN) {
            draft.error(draft.placeOf("count"), "'count' makes a number, the target takes a boolean");
        }
        truth();
    }

    private void truth() {
        Schema source = source(draft);
        boolean truth = source != null && source.scalarType() == ConvertSteps.Type.BOOLEAN;
        if (truth && takes != ConvertSteps.Type.BOOLEAN && !draft.has("table")) {
            draft.error(
                    draft.placeOf("from"),
                    "'" + draft.text("from") + "' is true or false, the target takes " + takes.noun()
                            + ": use 'when' or a table");
        }
        if (!target.allowed().isEmpty() && draft.has("count")) {
            draft.error(draft.placeOf("count"), "'count' makes any number, the target takes " + target.allowed());
        }
    }

    private static @Nullable Schema source(Draft draft) {
        boolean plain = draft.clauses().get("from") instanceof Yaml.Scalar
                && !draft.has("each")
                && draft.reads().size() == 1;
        return plain ? draft.scope().quietly(draft.reads().get(0)) : null;
    }

    /** Clauses that take arrays or dates, on a source that is none. */
    private static void sourceForms(Draft draft) {
        Schema source = source(draft);
        ConvertSteps.Type type = source == null ? null : source.scalarType();
        if (source == null || type == null) {
            return;
        }
        if (draft.has("join") && !draft.has("split") && !draft.scope().context().sourceIsXml()) {
            draft.error(draft.placeOf("join"), "'join' takes an array, '" + draft.text("from") + "' is " + type.noun());
        }
        if (draft.has("date") && !draft.has("table")) {
            date(draft, source, type);
        }
    }

    private static void date(Draft draft, Schema source, ConvertSteps.Type type) {
        if (type == ConvertSteps.Type.BOOLEAN) {
            draft.error(draft.placeOf("date"), "'" + draft.text("from") + "' is true or false, no date");
        } else if (type != ConvertSteps.Type.TEXT && !draft.has("read")) {
            draft.error(
                    draft.placeOf("date"),
                    "'" + draft.text("from") + "' is a number: say 'read: epoch-s' or 'read: epoch-ms'");
        } else if (source.format().equals("date") && printsTime(draft) && !draft.has("timeOfDay")) {
            draft.error(
                    draft.placeOf("date"),
                    "'" + draft.text("from") + "' is a date without time: give 'timeOfDay', or print no time");
        }
    }

    private static boolean printsTime(Draft draft) {
        String date = String.valueOf(draft.text("date"));
        try {
            return date.equals("iso")
                    || date.startsWith("epoch-")
                    || DatePattern.of(date).hasTime();
        } catch (SyntaxFault toldElsewhere) {
            return false;
        }
    }
}
