package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every value that is known without a message through its rule: what would fail then is told now. */
final class ResultChecks {
    private final Draft draft;
    private final FieldRule rule;

    private ResultChecks(Draft draft, FieldRule rule) {
        this.draft = draft;
        this.rule = rule;
    }

    static void check(Draft draft, FieldRule rule) {
        if (draft.has("join") || draft.has("fn") || draft.has("expr")) {
            return;
        }
        ResultChecks checks = new ResultChecks(draft, rule);
        checks.literals();
        checks.tables();
        checks.codes();
        checks.length();
    }

    private void literals() {
        Yaml.Dict clauses = draft.clauses();
        int table = afterTable();
        literal(clauses.get("const"), 0);
        literal(clauses.get("then"), 0);
        boolean ofBoth = clauses.has("when") && clauses.has("table");
        literal(ofBoth ? null : clauses.get("else"), clauses.has("when") ? 0 : table);
        if (clauses.get("choose") instanceof Yaml.Seq branches) {
            for (Yaml branch : branches) {
                if (branch instanceof Yaml.Dict dict) {
                    literal(dict.get("then"), 0);
                    literal(dict.get("else"), 0);
                }
            }
        }
        standIn(clauses.get("default"));
    }

    private static boolean isWord(Yaml.Scalar scalar) {
        return scalar.isNull() || scalar.plain() && List.of("pass", "error").contains(scalar.text());
    }

    private void literal(@Nullable Yaml node, int from) {
        if (node instanceof Yaml.Scalar scalar && !isWord(scalar)) {
            told(scalar, fault(new Value.Text(scalar.text()), from));
        }
    }

    /** A default goes through no phase but the checks of a reader. */
    private void standIn(@Nullable Yaml node) {
        if (node instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            told(scalar, fault(new Value.Text(scalar.text()), new Step[0], new Step[0]));
        }
    }

    private void told(Yaml.Scalar literal, @Nullable FieldFault fault) {
        if (fault != null) {
            draft.error(literal.place(), "'" + literal.text() + "' " + fault.text());
        }
    }

    /** The steps a value out of the table goes through begin here. */
    private int afterTable() {
        Step[] steps = rule.elementSteps();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] instanceof TableStep) {
                return i + 1;
            }
        }
        return 0;
    }

    private void tables() {
        int from = afterTable();
        if (from == 0) {
            return;
        }
        Table table = ((TableStep) rule.elementSteps()[from - 1]).table();
        for (Table.Row row : table.rows()) {
            FieldFault fault = fault(new Value.Text(row.value()), from);
            if (fault != null) {
                draft.problems()
                        .error(
                                draft.placeOf("table"),
                                "table",
                                "table '" + table.name() + "' gives '" + row.value() + "' (" + row.place() + "), which "
                                        + fault.text());
                return;
            }
        }
    }

    /** Every code the source schema lists must find its way. */
    private void codes() {
        Schema source = plainSource();
        if (source == null || source.allowed().isEmpty()) {
            return;
        }
        Path path = rule.reads().get(0);
        List<String> missed = new ArrayList<>();
        Map<String, FieldFault> refused = new LinkedHashMap<>();
        for (String code : source.allowed()) {
            FieldFault fault = isKeptOut(path, code) ? null : fault(new Value.Text(code), 0);
            if (fault != null && fault.code() == FieldError.Code.TABLE_MISS) {
                missed.add(code);
            } else if (fault != null) {
                refused.put(code, fault);
            }
        }
        missed(missed, source.allowed().size());
        refused(refused, source.allowed().size());
    }

    /** A table made for a few of the codes leaves out the others on purpose. */
    private void missed(List<String> codes, int all) {
        if (!codes.isEmpty() && codes.size() * 2 < all && !draft.has("else")) {
            draft.problems()
                    .warning(
                            draft.placeOf("table"),
                            "table",
                            "table '" + draft.text("table") + "' has no row for " + String.join(", ", codes)
                                    + ", which '" + draft.text("from") + "' may be: add rows, or say 'else'");
        }
    }

    /** A rule made for a few of the codes refuses the others on purpose; one that takes none is a mistake. */
    private void refused(Map<String, FieldFault> codes, int all) {
        if (!codes.isEmpty() && (codes.size() * 2 < all || codes.size() == all)) {
            Map.Entry<String, FieldFault> one = codes.entrySet().iterator().next();
            draft.error(
                    draft.placeOf("from"),
                    "'" + draft.text("from") + "' may be '" + one.getKey() + "', which "
                            + one.getValue().text() + ": use a table");
        }
    }

    private boolean isKeptOut(Path path, String code) {
        Condition is = new Condition.Compare(path, Condition.Order.EQUAL, Literal.of(code, false));
        Condition around = draft.scope().context().guards().now();
        return ConditionLogic.excludes(rule.guard(), is) || around != null && ConditionLogic.excludes(around, is);
    }

    private @Nullable Schema plainSource() {
        boolean plain = draft.clauses().get("from") instanceof Yaml.Scalar
                && rule.reads().size() == 1
                && !draft.has("each")
                && !rule.reads().get(0).isContext();
        Schema source = plain ? draft.scope().quietly(rule.reads().get(0)) : null;
        return source != null && source.isArray() ? source.items() : source;
    }

    /** A text the source may send and the target refuses. */
    private void length() {
        Schema source = plainSource();
        Schema target = draft.valueSchema();
        boolean settled = List.of("cut", "slice", "maxLength", "table", "extract", "split", "date", "mask").stream()
                .anyMatch(draft::has);
        if (source == null || target == null || settled || source.maxLength() == Integer.MAX_VALUE) {
            return;
        }
        if (source.maxLength() > target.maxLength()) {
            draft.problems()
                    .warning(
                            draft.placeOf("from"),
                            "length",
                            "'" + rule.reads().get(0) + "' may be " + source.maxLength()
                                    + " code points long, the target takes " + target.maxLength()
                                    + ": add 'cut: " + target.maxLength() + "', or 'maxLength: " + target.maxLength()
                                    + "' to refuse");
        }
    }

    private @Nullable FieldFault fault(Value value, int from) {
        Step[] steps = rule.elementSteps();
        return fault(value, Arrays.copyOfRange(steps, from, steps.length), rule.shapeSteps());
    }

    private @Nullable FieldFault fault(Value value, Step[] element, Step[] shape) {
        FieldRule alone = new FieldRule(
                rule.place(),
                rule.target(),
                List.of(),
                Condition.ALWAYS,
                frame -> value,
                element,
                null,
                shape,
                null,
                false,
                FieldRule.Missing.OMIT,
                FieldRule.Form.ANY,
                rule.checks());
        Zone zone = draft.scope().context().zone();
        Run run = new Run(
                new MappingContext(Instant.EPOCH, Map.of(), FieldSigner.NONE), zone, StandardCharsets.UTF_8, null);
        try {
            alone.value(new Frame(run, value, null, 0));
            return null;
        } catch (FieldFault fault) {
            return fault;
        }
    }
}
