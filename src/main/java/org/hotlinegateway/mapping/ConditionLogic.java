package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one condition says about another, as far as their words alone tell; in doubt nothing. */
final class ConditionLogic {
    private ConditionLogic() {}

    /** Wherever the first holds the second holds too. */
    static boolean implies(Condition first, Condition second) {
        if (first == Condition.UNKNOWN || second == Condition.UNKNOWN) {
            return false;
        }
        if (second instanceof Condition.All all) {
            return all.conditions().stream().allMatch(part -> implies(first, part));
        }
        if (first instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(part -> implies(part, second));
        }
        if (second instanceof Condition.Any any && any.conditions().stream().anyMatch(part -> implies(first, part))) {
            return true;
        }
        if (first instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(part -> implies(part, second));
        }
        if (first instanceof Condition.Not one && second instanceof Condition.Not two) {
            return implies(two.condition(), one.condition());
        }
        return ofOnePath(first, second);
    }

    /** The two never hold together. */
    static boolean excludes(Condition first, Condition second) {
        if (first instanceof Condition.All all && all.conditions().stream().anyMatch(part -> excludes(part, second))) {
            return true;
        }
        if (second instanceof Condition.All all && all.conditions().stream().anyMatch(part -> excludes(first, part))) {
            return true;
        }
        Condition opposite = opposite(second);
        return opposite != null && implies(first, opposite);
    }

    /** One of the two always holds. */
    static boolean cover(Condition first, Condition second) {
        Condition opposite = opposite(first);
        return opposite != null && implies(opposite, second);
    }

    private static @Nullable Condition opposite(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return not.condition();
        }
        if (condition instanceof Condition.Missing missing) {
            return new Condition.Missing(missing.path(), !missing.expected());
        }
        if (condition instanceof Condition.Compare compare && compare.order() == Condition.Order.EQUAL) {
            return new Condition.Compare(compare.path(), Condition.Order.NOT_EQUAL, compare.literal());
        }
        if (condition instanceof Condition.Compare compare && compare.order() == Condition.Order.NOT_EQUAL) {
            return new Condition.Compare(compare.path(), Condition.Order.EQUAL, compare.literal());
        }
        return condition instanceof Condition.In ? new Condition.Not(condition) : null;
    }

    private static boolean ofOnePath(Condition first, Condition second) {
        String path = path(first);
        if (second instanceof Condition.Not not) {
            return outside(first, not.condition());
        }
        if (path == null || !path.equals(path(second))) {
            return false;
        }
        if (second instanceof Condition.Missing missing) {
            return missing.expected() ? isMissing(first) : needsValue(first);
        }
        List<Literal> values = values(first);
        if (values != null) {
            return values.stream().allMatch(value -> holds(second, value));
        }
        return ranges(first, second) || first.toString().equals(second.toString());
    }

    /** No value that fits the first fits the second. */
    private static boolean outside(Condition first, Condition second) {
        List<Literal> values = values(first);
        List<Literal> others = values(second);
        String path = path(first);
        return path != null
                && path.equals(path(second))
                && values != null
                && others != null
                && values.stream().noneMatch(value -> others.stream().anyMatch(other -> maybeEqual(value, other)));
    }

    private static boolean maybeEqual(Literal one, Literal two) {
        return one.equalTo(two.text()) || two.equalTo(one.text());
    }

    private static @Nullable String path(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return compare.path().text();
        }
        if (condition instanceof Condition.In in) {
            return in.path().text();
        }
        if (condition instanceof Condition.Missing missing) {
            return missing.path().text();
        }
        return condition instanceof Condition.IsNull isNull ? isNull.path().text() : null;
    }

    private static boolean isMissing(Condition condition) {
        return condition instanceof Condition.IsNull
                || condition instanceof Condition.Missing missing && missing.expected();
    }

    private static boolean needsValue(Condition condition) {
        return condition instanceof Condition.In
                || condition instanceof Condition.Compare compare && compare.order() != Condition.Order.NOT_EQUAL
                || condition instanceof Condition.Missing missing && !missing.expected();
    }

    /** The only values that fit, null where there are more than can be listed. */
    private static @Nullable List<Literal> values(Condition condition) {
        if (condition instanceof Condition.Compare compare && compare.order() == Condition.Order.EQUAL) {
            return List.of(compare.literal());
        }
        return condition instanceof Condition.In in ? in.literals() : null;
    }

    private static boolean holds(Condition condition, Literal value) {
        if (condition instanceof Condition.In in) {
            return in.literals().stream()
                    .anyMatch(literal -> sameKind(literal, value) && literal.equalTo(value.text()));
        }
        if (!(condition instanceof Condition.Compare compare)) {
            return false;
        }
        if (compare.order() == Condition.Order.NOT_EQUAL) {
            return !maybeEqual(compare.literal(), value);
        }
        Integer comparison =
                sameKind(compare.literal(), value) ? compare.literal().compare(value.text()) : null;
        return comparison != null && compare.order().fits(comparison);
    }

    /** A number stands for all its spellings, a text for itself alone. */
    private static boolean sameKind(Literal literal, Literal value) {
        return literal.number() != null || value.number() == null;
    }

    private static boolean ranges(Condition first, Condition second) {
        if (!(first instanceof Condition.Compare one)
                || !(second instanceof Condition.Compare two)
                || one.literal().number() == null
                || two.literal().number() == null) {
            return false;
        }
        int comparison = one.literal().number().compareTo(two.literal().number());
        return switch (two.order()) {
            case GREATER ->
                one.order() == Condition.Order.GREATER && comparison >= 0
                        || one.order() == Condition.Order.AT_LEAST && comparison > 0;
            case AT_LEAST -> isLower(one.order()) && comparison >= 0;
            case LESS ->
                one.order() == Condition.Order.LESS && comparison <= 0
                        || one.order() == Condition.Order.AT_MOST && comparison < 0;
            case AT_MOST -> isUpper(one.order()) && comparison <= 0;
            case NOT_EQUAL -> one.order() == Condition.Order.NOT_EQUAL && comparison == 0;
            case EQUAL -> false;
        };
    }

    private static boolean isLower(Condition.Order order) {
        return order == Condition.Order.GREATER || order == Condition.Order.AT_LEAST;
    }

    private static boolean isUpper(Condition.Order order) {
        return order == Condition.Order.LESS || order == Condition.Order.AT_MOST;
    }
}
