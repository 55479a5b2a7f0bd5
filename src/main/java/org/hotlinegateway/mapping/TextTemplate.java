package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code "${a}(${b|-})"}: missing as a whole when a part without default is missing. */
record TextTemplate(List<Part> parts) implements Source {
    /** Fixed text, or a value with an optional default. */
    record Part(
            String fixed,
            @Nullable FieldRule rule,
            @Nullable String otherwise) {}

    @Override
    public @Nullable Value read(Frame frame) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            String text = part.rule() == null ? part.fixed() : valueOf(part, part.rule(), frame);
            if (text == null) {
                return null;
            }
            out.append(text);
        }
        return new Value.Text(out.toString());
    }

    private static @Nullable String valueOf(Part part, FieldRule rule, Frame frame) {
        Value value = rule.value(frame);
        if (value instanceof Value.Obj || value instanceof Value.Arr) {
            throw new FieldFault(FieldError.Code.TYPE, "'text' takes single values, found " + value.kind());
        }
        return Value.isMissing(value) ? part.otherwise() : Value.scalarText(value);
    }
}
