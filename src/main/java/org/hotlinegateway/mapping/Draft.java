package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule while it is compiled: its clauses, its scope, where it stands and what it reads. */
final class Draft {
    private final Yaml.Dict clauses;
    private final Scope scope;
    private final String target;
    private final @Nullable Schema schema;
    private final List<Path> reads = new ArrayList<>();

    Draft(Yaml.Dict clauses, Scope scope, String target, @Nullable Schema schema) {
        this.clauses = clauses;
        this.scope = scope;
        this.target = target;
        this.schema = schema;
    }

    Yaml.Dict clauses() {
        return clauses;
    }

    Scope scope() {
        return scope;
    }

    Problems problems() {
        return scope.problems();
    }

    String target() {
        return target;
    }

    /** The schema of one value of the target field: of an element when the field is an array. */
    @Nullable
    Schema valueSchema() {
        Schema items = schema != null && schema.isArray() ? schema.items() : null;
        return items == null ? schema : items;
    }

    FieldRule.Form form() {
        if (schema == null || schema.type().isEmpty() && schema.allowed().isEmpty()) {
            return FieldRule.Form.ANY;
        }
        return schema.isArray() ? FieldRule.Form.ARRAY : FieldRule.Form.SINGLE;
    }

    /** Paths this rule reads, each once. */
    List<Path> reads() {
        return reads;
    }

    boolean has(String clause) {
        return clauses.has(clause);
    }

    Path read(Yaml node) {
        Path path = scope.path(textOf(node, "a path"), node.place());
        reads.add(path);
        return path;
    }

    Path touch(Yaml node) {
        Path path = scope.touch(textOf(node, "a path"), node.place());
        reads.add(path);
        return path;
    }

    /** A path whose value goes nowhere. */
    Path look(Yaml node) {
        return scope.touch(textOf(node, "a path"), node.place());
    }

    /** A turn of this rule that a test can take. */
    void turn(Reach reach, Place place) {
        scope.context().reachable().turn(reach, place, target);
    }

    void error(Place place, String text) {
        problems().error(place, "clause", text);
    }

    /** The clause's text; null when absent. */
    @Nullable
    String text(String clause) {
        Yaml node = clauses.get(clause);
        return node == null ? null : textOf(node, "text");
    }

    String textOf(Yaml node, String expected) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        error(node.place(), "expected " + expected + ", found " + node.kind());
        return "";
    }

    boolean flag(String clause) {
        String text = text(clause);
        if (text == null || text.equals("true") || text.equals("false")) {
            return "true".equals(text);
        }
        error(placeOf(clause), "'" + clause + "' is true or false");
        return false;
    }

    Place placeOf(String clause) {
        Yaml node = clauses.get(clause);
        return node == null ? clauses.place() : node.place();
    }

    /** A whole number; {@code absent} when the clause is not given. */
    int number(String clause, int absent) {
        String text = text(clause);
        if (text == null) {
            return absent;
        }
        if (Numbers.isInteger(text) && text.length() < 10) {
            return Integer.parseInt(text);
        }
        error(placeOf(clause), "'" + clause + "' is a whole number, found '" + text + "'");
        return 1;
    }

    @Nullable
    BigDecimal decimal(String clause) {
        String text = text(clause);
        if (text == null) {
            return null;
        }
        if (Numbers.looksNumeric(text)) {
            return new BigDecimal(text);
        }
        error(placeOf(clause), "'" + clause + "' is a number, found '" + text + "'");
        return BigDecimal.ONE;
    }

    @Nullable
    Pattern pattern(String clause) {
        String text = text(clause);
        if (text == null) {
            return null;
        }
        try {
            return ConditionParser.pattern(text);
        } catch (SyntaxFault fault) {
            error(placeOf(clause), fault.text());
            return null;
        }
    }

    /** A literal that later clauses still change, as text; null for a plain {@code null}. */
    @Nullable
    Value rawLiteral(Yaml node) {
        String text = textOf(node, "a literal");
        return node instanceof Yaml.Scalar scalar && scalar.isNull() ? null : Value.Text.known(text);
    }

    /** A literal in the type the target takes, fit for the target schema; null for a plain {@code null}. */
    @Nullable
    Value literal(Yaml node) {
        Value raw = rawLiteral(node);
        if (raw == null) {
            return null;
        }
        String text = textOf(node, "a literal");
        ConvertSteps.Type type = type();
        try {
            Value value = type == null ? raw : type.convert(raw);
            CheckCompiler.verify(valueSchema(), value);
            return value;
        } catch (FieldFault fault) {
            error(node.place(), "'" + text + "' " + fault.text());
            return null;
        }
    }

    /** Whether a value read or looked up is already what the target gets. */
    boolean isLast(boolean afterTable) {
        List<String> changing = List.of(
                "strip", "extract", "split", "slice", "divide", "round", "date", "join", "mask", "prefix", "suffix",
                "pad", "upper", "lower", "cut");
        return (afterTable || !has("table")) && changing.stream().noneMatch(this::has);
    }

    /** A literal that is read: final unless later clauses change it. */
    @Nullable
    Value readLiteral(Yaml node) {
        return isLast(false) ? literal(node) : rawLiteral(node);
    }

    /** The type by {@code as}, else by the target schema, else by what is read; null when any will do. */
    ConvertSteps.@Nullable Type type() {
        String as = text("as");
        if (as == null) {
            Schema value = valueSchema();
            ConvertSteps.Type taken = value == null ? null : value.scalarType();
            return taken == null ? typeRead() : taken;
        }
        ConvertSteps.Type type = ConvertSteps.Type.of(as);
        if (type == null) {
            error(placeOf("as"), "'as' is text, number, integer or boolean, found '" + as + "'");
        }
        return type;
    }

    /** What an expression declares and a function gives. */
    private ConvertSteps.@Nullable Type typeRead() {
        if (clauses.get("type") instanceof Yaml.Scalar declared) {
            return ConvertSteps.Type.of(declared.text());
        }
        Function function = clauses.get("fn") instanceof Yaml.Scalar name ? Functions.of(name.text()) : null;
        return function != null && function.result() == Function.Kind.NUMBER ? ConvertSteps.Type.NUMBER : null;
    }
}
