package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** One field of the message at hand cannot be converted; carries no stack, as it is the sender's fault. */
final class FieldFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FieldError.Code code;
    private final transient @Nullable MissedCode missed;

    FieldFault(FieldError.Code code, String text) {
        this(code, text, null);
    }

    private FieldFault(FieldError.Code code, String text, @Nullable MissedCode missed) {
        super(text, null, false, false);
        this.code = code;
        this.missed = missed;
    }

    /** A code that is in no row of its table. */
    static FieldFault miss(MissedCode missed, String text) {
        return new FieldFault(FieldError.Code.TABLE_MISS, text, missed);
    }

    @Nullable
    MissedCode missed() {
        return missed;
    }

    FieldError.Code code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
