package org.hotlinegateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.hotlinegateway.mapping.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * One field at fault, told to the sender. Never holds a value.
 *
 * @param path path in the canonical event
 * @param source path in the sender's own message, or null
 * @param code kind of fault
 * @param text what is wrong and what was expected
 */
@JsonInclude(Include.NON_NULL)
record FieldProblem(String path, @Nullable String source, String code, String text) {
    static FieldProblem of(FieldError error) {
        return new FieldProblem(error.target(), error.source(), error.code().name(), error.message());
    }

    /** The path the sender knows. */
    String sendersPath() {
        return source == null || source.isBlank() ? path : source;
    }
}
