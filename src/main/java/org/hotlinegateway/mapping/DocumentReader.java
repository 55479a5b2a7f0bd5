package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Reads a message's bytes into a tree. */
@FunctionalInterface
interface DocumentReader {
    /** @throws FieldFault of code {@code MALFORMED} */
    Value read(byte[] bytes, Run run);

    /**
     * Reads what is wanted; more may be kept.
     *
     * @throws FieldFault of code {@code MALFORMED}
     */
    default Value read(byte[] bytes, Run run, Wanted wanted) {
        return read(bytes, run);
    }

    /** The document around the message, one level out; null for most formats. */
    default @Nullable Value outer(byte[] bytes) {
        return null;
    }

    static FieldFault malformed(String text) {
        return new FieldFault(FieldError.Code.MALFORMED, text);
    }
}
