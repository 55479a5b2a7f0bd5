package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** One clause at work on a present value; null makes it missing. */
@FunctionalInterface
interface Step {
    @Nullable
    Value apply(Value value, Frame frame);

    /** A step on a single value's text. */
    @FunctionalInterface
    interface OnText {
        @Nullable
        Value apply(String text, Frame frame);
    }

    /** A step on a single value as it is written. */
    @FunctionalInterface
    interface OnScalar {
        @Nullable
        Value apply(Written scalar, Frame frame);
    }

    static Step onScalar(String clause, OnScalar step) {
        return (value, frame) ->
                step.apply(value instanceof Written written ? written : new Value.Text(textOf(clause, value)), frame);
    }

    static Step onText(String clause, OnText step) {
        return (value, frame) -> step.apply(textOf(clause, value), frame);
    }

    private static String textOf(String clause, Value value) {
        String text = Value.scalarText(value);
        if (text == null) {
            throw new FieldFault(FieldError.Code.TYPE, "'" + clause + "' takes a single value, found " + value.kind());
        }
        return text;
    }
}
