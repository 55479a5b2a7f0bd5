package org.hotlinegateway.mapping;

/** One field of the message at hand cannot be converted; carries no stack, as it is the sender's fault. */
final class FieldFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FieldError.Code code;

    FieldFault(FieldError.Code code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    FieldError.Code code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
