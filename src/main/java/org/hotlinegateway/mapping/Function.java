package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered function a rule calls by {@code fn}.
 *
 * @param arguments in the order of {@code args}
 * @param repeated the last argument may come again and again
 * @param result what it gives
 * @param description a sentence for the engineer
 * @param example arguments and result, both as JSON
 * @param inverse name of the function that undoes it, or null
 */
record Function(
        String name,
        List<Argument> arguments,
        boolean repeated,
        Kind result,
        String description,
        Example example,
        @Nullable String inverse,
        Body body) {
    /** What an argument must be. */
    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        ARRAY("an array");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    record Argument(String name, Kind kind) {}

    record Example(String arguments, String result) {}

    /** The work itself, on arguments that are all there and of their kinds. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Value apply(List<Value> arguments);
    }

    Argument argument(int position) {
        return arguments.get(Math.min(position, arguments.size() - 1));
    }

    boolean takes(int count) {
        return repeated ? count >= arguments.size() : count == arguments.size();
    }

    /** As a page shows it: {@code uuid(part, …)}. */
    String signature() {
        return name + "("
                + String.join(", ", arguments.stream().map(Argument::name).toList()) + (repeated ? ", …" : "") + ")";
    }

    /** @throws FieldFault when the value at this position is of another kind */
    Value fit(Value value, int position) {
        Argument argument = argument(position);
        if (argument.kind() == Kind.ARRAY) {
            return value instanceof Value.Arr ? value : new Value.Arr(List.of(value));
        }
        String text = Value.scalarText(value);
        if (text == null || argument.kind() == Kind.NUMBER && !Numbers.looksNumeric(text.strip())) {
            throw new FieldFault(
                    FieldError.Code.TYPE,
                    "'" + name + "' takes " + argument.kind().word() + " as " + argument.name() + ", found "
                            + (text == null ? value.kind() : "other text"));
        }
        return new Value.Text(text.strip());
    }
}
