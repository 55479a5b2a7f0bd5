package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles one rule: a path, or clauses in their phases. */
final class RuleCompiler {
    private static final Set<String> POLICIES = Set.of("omit", "null", "keep-null");

    private RuleCompiler() {}

    static FieldRule compile(Yaml node, Scope scope, String target, @Nullable Schema schema) {
        if (node instanceof Yaml.Scalar scalar
                && scalar.plain()
                && scalar.text().isEmpty()) {
            scope.problems()
                    .error(
                            node.place(),
                            "clause",
                            "the rule is empty: write a path, or indent its clauses deeper than its target path");
            return shorthand(new Yaml.Scalar(".", true, node.place()), scope, target, schema);
        }
        if (node instanceof Yaml.Scalar scalar) {
            return shorthand(scalar, scope, target, schema);
        }
        if (node instanceof Yaml.Dict dict) {
            Clauses.check(dict, scope.problems());
            return clauses(new Draft(dict, scope, target, schema));
        }
        scope.problems().error(node.place(), "clause", "a rule is a path or a map of clauses, found " + node.kind());
        return shorthand(new Yaml.Scalar(".", true, node.place()), scope, target, schema);
    }

    /** Words that only look like a path: told early, as they would silently read nothing. */
    private static FieldRule shorthand(Yaml.Scalar scalar, Scope scope, String target, @Nullable Schema schema) {
        LinkedHashMap<String, Yaml.Entry> from = new LinkedHashMap<>();
        from.put("from", new Yaml.Entry(new Yaml.Scalar("from", true, scalar.place()), scalar));
        return clauses(new Draft(new Yaml.Dict(from, scalar.place()), scope, target, schema));
    }

    private static FieldRule clauses(Draft draft) {
        Condition guard = guard(draft);
        return draft.scope().context().guards().under(guard, draft.scope(), () -> guarded(draft, guard));
    }

    private static FieldRule guarded(Draft draft, Condition guard) {
        Source source = ReaderCompiler.compile(draft);
        StepCompiler steps = new StepCompiler(draft);
        List<Step> element = steps.element();
        List<Step> shape = steps.shape();
        noteReads(draft);
        checkForm(draft);
        TypeChecks.check(draft);
        int before = draft.problems().sorted().size();
        String separator = draft.text("join");
        FieldRule rule = new FieldRule(
                draft.clauses().place(),
                draft.target(),
                List.copyOf(draft.reads()),
                guard,
                source,
                element.toArray(Step[]::new),
                separator == null ? null : Value.Text.known(separator),
                shape.toArray(Step[]::new),
                otherwise(draft),
                draft.flag("required"),
                missing(draft),
                draft.form(),
                CheckCompiler.compile(draft).toArray(FieldRule.Check[]::new));
        if (draft.problems().sorted().size() == before) {
            ResultChecks.check(draft, rule);
        }
        return rule;
    }

    /** An array or object cannot become one value by itself. */
    private static void checkForm(Draft draft) {
        boolean plain = draft.clauses().get("from") instanceof Yaml.Scalar
                && draft.reads().size() == 1
                && !draft.has("join")
                && draft.form() == FieldRule.Form.SINGLE;
        Schema source = plain ? draft.scope().quietly(draft.reads().get(0)) : null;
        Schema target = draft.valueSchema();
        if (source == null || target == null || target.scalarType() == null) {
            return;
        }
        if (source.isArray()) {
            draft.error(
                    draft.placeOf("from"),
                    "'" + draft.text("from") + "' is an array, the target takes one value: take one element ([0], [-1])"
                            + " or use join");
        } else if (source.isObject()) {
            draft.error(
                    draft.placeOf("from"),
                    "'" + draft.text("from") + "' is an object, the target takes one value: name a field of it");
        }
    }

    static Condition guard(Draft draft) {
        Yaml node = draft.clauses().get("if");
        if (node == null) {
            return Condition.ALWAYS;
        }
        draft.turn(Reach.SKIPPED, draft.clauses().place());
        Condition guard = new ConditionParser(draft.scope()).parse(node);
        Unreachable.check(draft, guard, node.place());
        return guard;
    }

    private static @Nullable Value otherwise(Draft draft) {
        Yaml node = draft.clauses().get("default");
        if (node == null) {
            return null;
        }
        draft.turn(Reach.DEFAULT, draft.clauses().place());
        return draft.literal(node);
    }

    private static FieldRule.Missing missing(Draft draft) {
        String policy = draft.text("missing");
        return policy == null
                ? draft.scope().context().missing()
                : policy(policy, draft.placeOf("missing"), draft.problems());
    }

    static FieldRule.Missing policy(String text, Place place, Problems problems) {
        if (!POLICIES.contains(text)) {
            problems.error(place, "clause", "'missing' is omit, null or keep-null, found '" + text + "'");
        }
        return switch (text) {
            case "null" -> FieldRule.Missing.NULL;
            case "keep-null" -> FieldRule.Missing.KEEP_NULL;
            default -> FieldRule.Missing.OMIT;
        };
    }

    /** Masking marks a source path as personal data; every other rule that shows it must say {@code clear: true}; free text is not. */
    private static void noteReads(Draft draft) {
        FileContext context = draft.scope().context();
        if (MaskCompiler.isOfFreeText(draft.clauses().get("mask"))) {
            return;
        }
        for (Path path : new ArrayList<>(draft.reads())) {
            if (path.isContext()) {
                continue;
            }
            String absolute = draft.scope().absolute(path);
            if (draft.has("mask")) {
                context.masked().putIfAbsent(absolute, draft.clauses().place());
            } else if (!draft.flag("clear")) {
                context.clearReads()
                        .add(new FileContext.ClearRead(absolute, draft.clauses().place()));
            }
        }
    }
}
