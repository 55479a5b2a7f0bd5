package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One field that could not be converted. Names places and types, never a value of a person.
 *
 * @param code stable kind of error
 * @param target target path, {@code ""} when the whole message is at fault
 * @param source source path, or null when the rule reads none
 * @param rule {@code file:line:column} of the rule, or null when no rule is at fault
 * @param message what is wrong, what was expected; for a table miss the table's name and its file
 * @param missed which code of which table, for a table miss
 */
public record FieldError(
        Code code,
        String target,
        @Nullable String source,
        @Nullable String rule,
        String message,
        @Nullable MissedCode missed) {
    /** An error that is no table miss. */
    public FieldError(Code code, String target, @Nullable String source, @Nullable String rule, String message) {
        this(code, target, source, rule, message, null);
    }

    /** Kinds of field error; {@link #TABLE_MISS} is the gateway's to mend, the others are the sender's. */
    public enum Code {
        /** The bytes are no message of the declared format or charset. */
        MALFORMED,
        /** A required field has no value. */
        REQUIRED,
        /** A value is not of the expected type, for example no date or no number. */
        TYPE,
        /** A value is longer than allowed. */
        LENGTH,
        /** A value breaks a pattern, an enumeration or a range. */
        VALUE,
        /** A code is in no row of its table. */
        TABLE_MISS,
        /** The target charset lacks a character. */
        UNENCODABLE,
        /** The gateway's own fault: signer missing, rule failed in an unforeseen way. */
        INTERNAL
    }
}
