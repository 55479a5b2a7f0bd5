package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that holds or does not hold of the element at hand. */
sealed interface Condition {
    boolean holds(Frame frame);

    Condition ALWAYS = new All(List.of());

    /** A condition that could not be read; told already. */
    Condition UNKNOWN = new All(List.of());

    /** How an operator orders a value against a literal. */
    enum Order {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        boolean fits(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case GREATER -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
            };
        }
    }

    /** A missing value fits only {@code !=}. */
    record Compare(Path path, Order order, Literal literal) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            String text = textOf(path, frame);
            if (order == Order.EQUAL || order == Order.NOT_EQUAL) {
                boolean same = text != null && literal.equalTo(text);
                return same == (order == Order.EQUAL);
            }
            Integer comparison = text == null ? null : literal.compare(text);
            return comparison != null && order.fits(comparison);
        }
    }

    /** Against a context value; where either side is missing it fits only {@code !=}. */
    record CompareContext(Path path, Order order, Path other) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            String text = textOf(path, frame);
            String against = textOf(other, frame);
            Integer comparison = text == null || against == null
                    ? null
                    : Literal.of(against, false).compare(text);
            return comparison == null ? order == Order.NOT_EQUAL : order.fits(comparison);
        }
    }

    record In(Path path, List<Literal> literals) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            String text = textOf(path, frame);
            for (int i = 0; text != null && i < literals.size(); i++) {
                if (literals.get(i).equalTo(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Missing(Path path, boolean expected) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            return Value.isMissing(path.resolve(frame)) == expected;
        }
    }

    record IsNull(Path path) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            return path.resolve(frame) instanceof Value.Null;
        }
    }

    /** {@code starts with}, {@code ends with}. */
    record Affix(Path path, String affix, boolean atStart) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            String text = textOf(path, frame);
            return text != null && (atStart ? text.startsWith(affix) : text.endsWith(affix));
        }
    }

    record Contains(Path path, Literal literal) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            Value value = path.resolve(frame);
            if (value instanceof Value.Arr arr) {
                return arr.items().stream().anyMatch(this::isMember);
            }
            String text = Value.scalarText(value);
            return text != null && text.contains(literal.text());
        }

        private boolean isMember(Value item) {
            String text = Value.scalarText(item);
            return text != null && literal.equalTo(text.strip());
        }
    }

    record Matches(Path path, Pattern pattern) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            String text = textOf(path, frame);
            return text != null && pattern.matches(text);
        }
    }

    /** {@code any of PATH: …} or {@code all of PATH: …}; a missing array has no element that fits. */
    record OfItems(Path path, Condition condition, boolean every) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            List<Value> items = Readers.items(path.resolve(frame), path);
            for (int i = 0; i < items.size(); i++) {
                if (condition.holds(frame.inner(items.get(i), i + 1)) != every) {
                    return !every;
                }
            }
            return every;
        }
    }

    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            for (Condition condition : conditions) {
                if (!condition.holds(frame)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            for (Condition condition : conditions) {
                if (condition.holds(frame)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Frame frame) {
            return !condition.holds(frame);
        }
    }

    private static @Nullable String textOf(Path path, Frame frame) {
        Value value = path.resolve(frame);
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        }
        String text = Value.scalarText(value);
        if (text == null || text.isEmpty()) {
            return null;
        }
        boolean edges = isEdge(text.charAt(0)) || isEdge(text.charAt(text.length() - 1));
        return edges ? TakeSteps.stripped(text) : text;
    }

    private static boolean isEdge(char c) {
        return c <= ' ' || c > 0x7F;
    }

    Set<String> OPERATORS = Set.of(
            "=",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "in",
            "is missing",
            "is present",
            "is null",
            "starts with",
            "ends with",
            "contains",
            "matches");
}
