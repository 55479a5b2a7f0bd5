package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a condition with what the source schema says of its path: a code that never comes is a mistake. */
final class ConditionChecks {
    private final Scope scope;

    ConditionChecks(Scope scope) {
        this.scope = scope;
    }

    void check(Condition condition, Place place) {
        if (condition instanceof Condition.Compare compare) {
            boolean ordered = compare.order() != Condition.Order.EQUAL && compare.order() != Condition.Order.NOT_EQUAL;
            compared(compare.path(), List.of(compare.literal()), ordered, place);
        } else if (condition instanceof Condition.In in) {
            compared(in.path(), in.literals(), false, place);
        } else if (condition instanceof Condition.Contains contains) {
            Schema array = scope.quietly(contains.path());
            if (array != null && array.isArray()) {
                values(contains.path(), array.items(), List.of(contains.literal()), place);
            }
        }
    }

    private void compared(Path path, List<Literal> literals, boolean ordered, Place place) {
        if (path.isContext()) {
            context(path, literals, place);
            return;
        }
        Schema schema = scope.quietly(path);
        if (schema != null && (schema.isArray() && !scope.context().sourceIsXml() || isRecord(schema))) {
            error(
                    place,
                    "'" + path + "' is " + (schema.isArray() ? "an array" : "an object")
                            + " and equals no single value. Use " + (schema.isArray() ? "any of, contains or " : "")
                            + "is missing");
        } else if (ordered && schema != null && schema.scalarType() == ConvertSteps.Type.BOOLEAN) {
            error(place, "'" + path + "' is true or false and has no order");
        } else if (!ordered) {
            values(path, schema, literals, place);
        }
    }

    private static boolean isRecord(Schema schema) {
        return schema.isObject() && schema.property("#text") == null;
    }

    private void context(Path path, List<Literal> literals, Place place) {
        ContextValues.ContextValue known = ContextValues.all().get(String.valueOf(path.context()));
        boolean number = known != null && known.type() == ConvertSteps.Type.INTEGER;
        for (Literal literal : literals) {
            if (number && !Numbers.looksNumeric(literal.text())) {
                error(place, "'" + path + "' is a number, never '" + literal.text() + "'");
            }
        }
    }

    private void values(Path path, @Nullable Schema schema, List<Literal> literals, Place place) {
        for (Literal literal : schema == null ? List.<Literal>of() : literals) {
            String why = why(java.util.Objects.requireNonNull(schema), literal);
            if (why != null) {
                error(place, "'" + path + "' is never '" + literal.text() + "': " + why);
            }
        }
    }

    private static @Nullable String why(Schema schema, Literal literal) {
        List<String> allowed = schema.allowed();
        if (!allowed.isEmpty()) {
            boolean known = allowed.stream().anyMatch(literal::equalTo);
            return known
                    ? null
                    : "it is one of " + String.join(", ", allowed) + "."
                            + (literal.text().length() > 2 ? Near.hint(literal.text(), allowed) : "");
        }
        ConvertSteps.Type type = schema.scalarType();
        if (type == ConvertSteps.Type.BOOLEAN) {
            return literal.text().matches("true|false") ? null : "it is true or false";
        }
        boolean number = type == ConvertSteps.Type.INTEGER || type == ConvertSteps.Type.NUMBER;
        return number && !Numbers.looksNumeric(literal.text()) ? "it is a number" : null;
    }

    private void error(Place place, String text) {
        scope.problems().error(place, "condition", text);
    }
}
