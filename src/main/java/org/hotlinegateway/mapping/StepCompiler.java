package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the phases trim, take, convert, shape and cut. */
final class StepCompiler {
    private final Draft draft;

    StepCompiler(Draft draft) {
        this.draft = draft;
    }

    /** Trim, take and convert, in this order. */
    List<Step> element() {
        List<Step> steps = new ArrayList<>();
        if (!draft.flag("keepBlanks") && !draft.has("const")) {
            steps.add(TakeSteps.TRIM);
        }
        if (!draft.scope().context().sentinels().isEmpty() && !draft.has("const")) {
            steps.add(TakeSteps.sentinels(draft.scope().context().sentinels()));
        }
        take(steps);
        convert(steps);
        return steps;
    }

    private void take(List<Step> steps) {
        Pattern strip = draft.pattern("strip");
        if (strip != null) {
            steps.add(TakeSteps.strip(strip));
        }
        Pattern extract = draft.pattern("extract");
        if (extract != null) {
            steps.add(TakeSteps.extract(extract));
        }
        String split = draft.text("split");
        if (split != null) {
            steps.add(TakeSteps.split(split, draft.number("part", 0)));
        }
        String slice = draft.text("slice");
        if (slice != null) {
            steps.add(slice(slice));
        }
    }

    private Step slice(String text) {
        if (!text.matches("\\d{1,8}\\.\\.(\\d{1,8})?")) {
            draft.error(draft.placeOf("slice"), "'slice' is FROM..TO or FROM.., found '" + text + "'");
            return TakeSteps.TRIM;
        }
        int dots = text.indexOf("..");
        String to = text.substring(dots + 2);
        return TakeSteps.slice(
                Integer.parseInt(text.substring(0, dots)), to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to));
    }

    private void convert(List<Step> steps) {
        Yaml table = draft.clauses().get("table");
        if (table != null) {
            tableStep(table, steps);
        }
        BigDecimal divisor = draft.decimal("divide");
        RoundingMode round = round();
        if (divisor != null && divisor.signum() == 0) {
            draft.error(draft.placeOf("divide"), "'divide' by 0");
        } else if (divisor != null || round != null) {
            steps.add(ConvertSteps.arithmetic(divisor, round));
        }
        Yaml date = draft.clauses().get("date");
        if (date != null) {
            steps.add(DateCompiler.compile(draft));
        }
        ConvertSteps.Type type = draft.type();
        if (type != null && !draft.has("join") && !draft.has("mask") && !shapesText()) {
            steps.add(ConvertSteps.as(type));
        }
    }

    private boolean shapesText() {
        return draft.has("prefix") || draft.has("suffix") || draft.has("pad");
    }

    private @Nullable RoundingMode round() {
        String round = draft.text("round");
        if (round == null) {
            return null;
        }
        return switch (round) {
            case "up" -> RoundingMode.UP;
            case "down" -> RoundingMode.DOWN;
            case "half-up" -> RoundingMode.HALF_UP;
            case "half-even" -> RoundingMode.HALF_EVEN;
            default -> {
                draft.error(draft.placeOf("round"), "'round' is up, down, half-up or half-even, found '" + round + "'");
                yield RoundingMode.UP;
            }
        };
    }

    private void tableStep(Yaml node, List<Step> steps) {
        String name = draft.textOf(node, "the name of a table");
        FileContext context = draft.scope().context();
        Table table = context.tables().get(name);
        if (table == null) {
            draft.problems()
                    .error(
                            node.place(),
                            "table",
                            "unknown table '" + name + "'. Tables of this file: "
                                    + (context.tables().isEmpty()
                                            ? "none"
                                            : String.join(", ", context.tables().keySet()))
                                    + "." + Near.hint(name, context.tables().keySet()));
            return;
        }
        int keys = draft.clauses().get("from") instanceof Yaml.Seq paths
                ? paths.items().size()
                : 1;
        if (keys != table.keys()) {
            draft.error(node.place(), "table '" + name + "' has " + table.keys() + " key(s), 'from' gives " + keys);
        }
        Yaml asOf = draft.clauses().get("asOf");
        Path day = asOf == null ? null : draft.scope().path(draft.textOf(asOf, "a path"), asOf.place());
        context.reachable().table(table);
        steps.add(step(table, day));
    }

    private TableStep step(Table table, @Nullable Path day) {
        Yaml otherwise = draft.has("when") ? null : draft.clauses().get("else");
        Zone zone = draft.scope().context().zone();
        Place rule = draft.clauses().place();
        if (otherwise == null
                || otherwise instanceof Yaml.Scalar word
                        && word.plain()
                        && word.text().equals("error")) {
            return new TableStep(table, day, TableStep.Otherwise.ERROR, null, zone, rule);
        }
        draft.turn(Reach.TABLE_ELSE, rule);
        if (otherwise instanceof Yaml.Scalar word && word.plain() && word.text().equals("pass")) {
            return new TableStep(table, day, TableStep.Otherwise.PASS, null, zone, rule);
        }
        return new TableStep(table, day, TableStep.Otherwise.VALUE, draft.literal(otherwise), zone, rule);
    }

    /** Shape and cut, in this order. */
    List<Step> shape() {
        List<Step> steps = new ArrayList<>();
        Yaml mask = draft.clauses().get("mask");
        if (mask != null) {
            steps.add(MaskCompiler.compile(draft, mask));
        }
        pad(steps);
        String prefix = draft.text("prefix");
        String suffix = draft.text("suffix");
        if (prefix != null || suffix != null) {
            steps.add(ShapeSteps.text(
                    prefix == null ? "suffix" : "prefix",
                    ShapeSteps.affixes(prefix == null ? "" : prefix, suffix == null ? "" : suffix)));
        }
        if (draft.flag("upper")) {
            steps.add(ShapeSteps.text("upper", ShapeSteps.upper()));
        }
        if (draft.flag("lower")) {
            steps.add(ShapeSteps.text("lower", ShapeSteps.lower()));
        }
        if (draft.has("cut")) {
            steps.add(ShapeSteps.cut(draft.number("cut", 1), draft.target()));
        }
        return steps;
    }

    /** {@code pad: 6} fills with zeros on the left, {@code pad: { length: 6, with: " " }} with something else. */
    private void pad(List<Step> steps) {
        Yaml pad = draft.clauses().get("pad");
        if (pad == null) {
            return;
        }
        Draft settings = pad instanceof Yaml.Dict dict ? new Draft(dict, draft.scope(), draft.target(), null) : draft;
        int length = pad instanceof Yaml.Dict ? settings.number("length", 1) : draft.number("pad", 1);
        String with = pad instanceof Yaml.Dict ? settings.text("with") : null;
        steps.add(ShapeSteps.text("pad", ShapeSteps.padded(length, with == null ? "0" : with)));
    }
}
