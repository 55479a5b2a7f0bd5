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

    static Step onText(String clause, OnText step) {
        return (value, frame) -> {
            String text = Value.scalarText(value);
            if (text == null) {
                throw new FieldFault(
                        FieldError.Code.TYPE, "'" + clause + "' takes a single value, found " + value.kind());
            }
            return step.apply(text, frame);
        };
    }
}
