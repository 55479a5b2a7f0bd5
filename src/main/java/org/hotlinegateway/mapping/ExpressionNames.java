package org.hotlinegateway.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the names of an expression that lead nowhere: fields, variables, functions. */
final class ExpressionNames {
    private static final Set<String> REFUSED = Set.of("regex", "transform", "parent");

    /** Where fields are looked up: the declared inputs, or an object a schema knows. */
    private record Known(Map<String, Schema> fields, boolean open) {
        static final Known NOTHING = new Known(Map.of(), true);

        static Known of(@Nullable Schema schema) {
            Schema at = schema != null && schema.isArray() ? schema.items() : schema;
            return at == null ? NOTHING : new Known(at.properties(), at.scalarType() == null && at.isOpen());
        }
    }

    private final Known inputs;
    private final Consumer<String> told;

    private ExpressionNames(Known inputs, Consumer<String> told) {
        this.inputs = inputs;
        this.told = told;
    }

    /**
     * Checks.
     *
     * @param inputs what is known of each declared input
     * @param told takes what is wrong
     */
    static void check(ExpressionNode root, Map<String, Schema> inputs, Consumer<String> told) {
        Known known = new Known(inputs, false);
        new ExpressionNames(known, told).walk(root, known, new HashSet<>());
    }

    /** @return what is known of the node's value */
    private Known walk(ExpressionNode node, Known at, Set<String> variables) {
        if (REFUSED.contains(node.type())) {
            told.accept("the expression has " + (node.type().equals("regex") ? "a regular expression" : node.type())
                    + " at character " + node.end() + ": use extract, strip, split or a condition");
            return Known.NOTHING;
        }
        return switch (node.type()) {
            case "path" -> path(node, at, variables);
            case "name" -> name(node, at);
            case "variable" -> variable(node, at, variables);
            case "bind" -> bound(node, at, variables);
            case "lambda" -> lambda(node, at, variables);
            case "block" -> block(node, at, new HashSet<>(variables));
            default -> others(node, at, variables);
        };
    }

    private Known path(ExpressionNode node, Known at, Set<String> variables) {
        Known value = at;
        for (ExpressionNode step : node.children("steps")) {
            if (step.type().equals("sort")) {
                sorted(step, value, variables);
                continue;
            }
            value = walk(step, value, variables);
            filters(step, value, variables);
        }
        ExpressionNode group = node.child("group");
        if (group == null) {
            return value;
        }
        for (ExpressionNode part : group.children("lhsObject")) {
            walk(part, value, variables);
        }
        return Known.NOTHING;
    }

    private void sorted(ExpressionNode step, Known value, Set<String> variables) {
        for (ExpressionNode term : step.children("terms")) {
            term.children("expression").forEach(by -> walk(by, value, variables));
        }
    }

    private void filters(ExpressionNode step, Known value, Set<String> variables) {
        for (String kind : List.of("predicate", "stages")) {
            for (ExpressionNode stage : step.children(kind)) {
                stage.children("expr").forEach(filter -> walk(filter, value, variables));
            }
        }
    }

    private Known name(ExpressionNode node, Known at) {
        String name = node.value();
        if (at.open() || at.fields().containsKey(name)) {
            return Known.of(at.fields().get(name));
        }
        boolean input = at.equals(inputs);
        told.accept("unknown name '" + name + "' in the expression at character " + (node.end() - name.length() + 1)
                + ". " + (input ? "Inputs: " : "Fields there: ")
                + shown(at.fields().keySet()) + "."
                + Near.hint(name, at.fields().keySet()));
        return Known.NOTHING;
    }

    private static String shown(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }

    private Known variable(ExpressionNode node, Known at, Set<String> variables) {
        String name = node.value();
        if (name.isEmpty() || name.equals("$")) {
            return name.isEmpty() ? at : inputs;
        }
        if (!variables.contains(name) && !ExpressionFunctions.OPEN.contains(name)) {
            int start = node.end() - name.length();
            Set<String> known = new TreeSet<>(ExpressionFunctions.OPEN);
            known.addAll(variables);
            told.accept(
                    ExpressionFunctions.CLOSED.contains(name)
                            ? "function '$" + name + "' at character " + start + " is closed to expressions"
                            : "unknown name '$" + name + "' in the expression at character " + start + "."
                                    + hint(name, known));
        }
        return Known.NOTHING;
    }

    private static String hint(String name, Set<String> known) {
        String near = Near.nearest(name, known);
        return near == null ? "" : " Did you mean '$" + near + "'?";
    }

    private Known bound(ExpressionNode node, Known at, Set<String> variables) {
        node.children("lhs").forEach(variable -> variables.add(variable.value()));
        node.children("rhs").forEach(value -> walk(value, at, variables));
        return Known.NOTHING;
    }

    private Known lambda(ExpressionNode node, Known at, Set<String> variables) {
        Set<String> inner = new HashSet<>(variables);
        node.children("arguments").forEach(argument -> inner.add(argument.value()));
        node.children("body").forEach(body -> walk(body, at, inner));
        return Known.NOTHING;
    }

    private Known block(ExpressionNode node, Known at, Set<String> variables) {
        Known last = Known.NOTHING;
        for (ExpressionNode expression : node.children("expressions")) {
            last = walk(expression, at, variables);
        }
        return last;
    }

    private Known others(ExpressionNode node, Known at, Set<String> variables) {
        for (String part : List.of(
                "procedure",
                "arguments",
                "condition",
                "then",
                "_else",
                "lhs",
                "rhs",
                "expression",
                "expressions",
                "lhsObject")) {
            node.children(part).forEach(child -> walk(child, at, variables));
        }
        return Known.NOTHING;
    }
}
