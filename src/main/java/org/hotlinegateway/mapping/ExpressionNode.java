package org.hotlinegateway.mapping;

import com.dashjoin.jsonata.Parser;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a parsed expression. The library keeps the fields of its nodes to itself; they are read all the same. */
record ExpressionNode(Parser.Symbol symbol) {
    static ExpressionNode parse(String text) {
        return new ExpressionNode(new Parser().parse(text));
    }

    String type() {
        return String.valueOf(field("type"));
    }

    /** Name of a field or variable, sign of an operator. */
    String value() {
        Object value = field("value");
        return value == null ? "" : String.valueOf(value);
    }

    /** The character of the expression where this node ends, counted from 1. */
    int end() {
        return field("position") instanceof Integer position ? position : 0;
    }

    @Nullable
    ExpressionNode child(String name) {
        return field(name) instanceof Parser.Symbol child ? new ExpressionNode(child) : null;
    }

    /** Children in a field that holds several, or one, or pairs of them. */
    List<ExpressionNode> children(String name) {
        List<ExpressionNode> children = new ArrayList<>();
        add(field(name), children);
        return children;
    }

    private static void add(@Nullable Object value, List<ExpressionNode> children) {
        if (value instanceof Parser.Symbol child) {
            children.add(new ExpressionNode(child));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> add(item, children));
        } else if (value instanceof Object[] pair) {
            Arrays.stream(pair).forEach(item -> add(item, children));
        }
    }

    private @Nullable Object field(String name) {
        try {
            Field field = Parser.Symbol.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(symbol);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the expression library has no field " + name, e);
        }
    }
}
