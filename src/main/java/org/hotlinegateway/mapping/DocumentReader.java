package org.hotlinegateway.mapping;

/** Reads a message's bytes into a tree. */
@FunctionalInterface
interface DocumentReader {
    /** @throws FieldFault of code {@code MALFORMED} */
    Value read(byte[] bytes, Run run);

    static FieldFault malformed(String text) {
        return new FieldFault(FieldError.Code.MALFORMED, text);
    }
}
