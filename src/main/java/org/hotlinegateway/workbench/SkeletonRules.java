package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;

/** Writes the rules of a new mapping file, in the target schema's order, and the sample they read. */
final class SkeletonRules {
    private final StringBuilder text = new StringBuilder();
    private final SkeletonSample sample = new SkeletonSample();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, String> moved = new LinkedHashMap<>();
    private int guesses;
    private int toFill;
    private int active;

    /** Where rules are being written: inside which object or element. */
    private record At(
            String indent, String target, String source, List<SourceField> fields, boolean comment, boolean top) {
        At below(String path) {
            return new At(indent, path, source, fields, comment, top);
        }
    }

    void write(@Nullable Schema source, Schema target) {
        List<SourceField> fields = SourceField.of(source);
        object(target, new At("  ", "", "", fields, false, true), new ArrayList<>());
        if (source != null) {
            sample.require(source);
        }
    }

    String text() {
        return text.toString();
    }

    SkeletonSample sample() {
        return sample;
    }

    /** Tables by name, rows as a flow map. */
    Map<String, String> tables() {
        return tables;
    }

    /** What the first sample must give, where that is certain. */
    Map<String, String> expected() {
        Map<String, String> expected = new LinkedHashMap<>();
        moved.forEach((target, path) -> {
            if (sample.get(path) instanceof String text) {
                expected.put(target, text);
            }
        });
        return expected;
    }

    int guesses() {
        return guesses;
    }

    int toFill() {
        return toFill;
    }

    private void object(Schema schema, At at, List<Schema> above) {
        if (above.contains(schema)) {
            return;
        }
        above.add(schema);
        schema.properties().forEach((name, field) -> {
            String segment = SourceField.segment(name);
            String path = at.target().isEmpty() ? segment : at.target() + "." + segment;
            field(name, path, field, schema.required().contains(name), at, above);
        });
        above.remove(schema);
    }

    private void field(String name, String path, Schema schema, boolean required, At at, List<Schema> above) {
        SourceField.Shape shape = SourceField.Shape.of(schema);
        if (shape == SourceField.Shape.OBJECT && !schema.properties().isEmpty()) {
            boolean wanted = required || hasSure(path, schema, at);
            At inner = wanted ? at.below(path) : new At(at.indent(), path, at.source(), at.fields(), true, at.top());
            int before = active;
            object(schema, inner, above);
            if (required && !at.comment() && active == before) {
                oneOf(schema, inner);
            }
        } else if (shape == SourceField.Shape.OBJECT) {
            open(path, schema, required, at);
        } else if (shape == SourceField.Shape.OBJECTS) {
            each(name, path, schema, required, at, above);
        } else {
            Guess guess = schema.allowed().size() == 1
                    ? null
                    : Guess.of(path, name, schema, at.fields()).orElse(null);
            rule(new SkeletonRule(path, schema, required, guess), at);
        }
    }

    /** A required object needs one field at least. */
    private void oneOf(Schema schema, At at) {
        schema.properties().entrySet().stream()
                .filter(field -> SourceField.Shape.of(field.getValue()) == SourceField.Shape.SCALAR)
                .findFirst()
                .ifPresent(field -> {
                    String path = at.target() + "." + SourceField.segment(field.getKey());
                    rule(new SkeletonRule(path, field.getValue(), true, null), at);
                });
    }

    /** Whether a field below an optional object has a likely source, so that the object is worth making. */
    private static boolean hasSure(String path, Schema schema, At at) {
        return SourceField.of(schema).stream()
                .filter(field -> field.shape() == SourceField.Shape.SCALAR)
                .map(field -> Guess.of(path + "." + field.path(), field.name(), field.schema(), at.fields()))
                .flatMap(Optional::stream)
                .anyMatch(guess -> guess.closeness().isSure());
    }

    private void open(String path, Schema schema, boolean required, At at) {
        line(path, "{ rest: true }", "没有别的规则读取的来源字段;目标" + SkeletonRule.named(schema), at, required && !at.comment());
    }

    private void rule(SkeletonRule rule, At at) {
        boolean works = rule.isActive() && !at.comment();
        line(rule.target(), rule.body(), rule.remark(), at, works);
        if (works) {
            count(rule, at);
        }
    }

    private void count(SkeletonRule rule, At at) {
        guesses += rule.guess() == null ? 0 : 1;
        toFill += rule.isToFill() ? 1 : 0;
        if (!rule.tableName().isEmpty()) {
            tables.put(rule.tableName(), rule.tableRows());
        }
        Object value = rule.sample();
        Guess guess = rule.guess();
        if (guess != null && value != null) {
            String path = at.source() + guess.field().path();
            sample.put(path, value, rule.isParticular());
            if (at.top() && rule.moves()) {
                moved.put(rule.target(), path);
            }
        }
    }

    private void each(String name, String path, Schema schema, boolean required, At at, List<Schema> above) {
        Guess guess = Guess.of(path, name, schema, at.fields()).orElse(null);
        boolean works =
                !at.comment() && (required || guess != null && guess.closeness().isSure());
        String array = guess == null
                ? "{ list: [ . ] }"
                : SkeletonRule.quoted(guess.field().path());
        String why = guess == null ? "待填:没有相近的来源数组" : "猜:" + guess.closeness().words();
        String mark = works ? "" : "# ";
        text.append(at.indent()).append(mark).append(SkeletonRule.quoted(path)).append(": # ");
        text.append(why).append(";目标").append(SkeletonRule.named(schema)).append('\n');
        text.append(at.indent()).append(mark).append("  each: ").append(array).append('\n');
        text.append(at.indent()).append(mark).append("  rules:\n");
        active += works ? 1 : 0;
        guesses += works && guess != null ? 1 : 0;
        toFill += works && guess == null ? 1 : 0;
        Schema items = schema.items();
        if (items != null) {
            object(items, inside(guess, at, !works), above);
        }
    }

    private static At inside(@Nullable Guess guess, At at, boolean comment) {
        String source =
                guess == null ? at.source() : at.source() + guess.field().path() + "[].";
        List<SourceField> fields = guess == null
                ? at.fields()
                : SourceField.of(guess.field().schema().items());
        return new At(at.indent() + "    ", "", source, fields, comment, false);
    }

    private void line(String path, String body, String remark, At at, boolean works) {
        active += works ? 1 : 0;
        text.append(at.indent())
                .append(works ? "" : "# ")
                .append(SkeletonRule.quoted(path))
                .append(": ");
        text.append(body).append(" # ").append(remark).append('\n');
    }
}
