package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code "${a}(${b|-})"}: missing as a whole when a part without default is missing. */
record TextTemplate(List<Part> parts) implements Source {
    /** Fixed text, or a value with an optional default. */
    record Part(Value.Text fixed, @Nullable FieldRule rule, Value.@Nullable Text otherwise) {}

    @Override
    public @Nullable Value read(Frame frame) {
        Pieces out = new Pieces();
        for (Part part : parts) {
            if (!out.add(part.rule() == null ? part.fixed() : valueOf(part, part.rule(), frame))) {
                return null;
            }
        }
        return out.text();
    }

    private static @Nullable Value valueOf(Part part, FieldRule rule, Frame frame) {
        Value value = rule.value(frame);
        if (value instanceof Value.Obj || value instanceof Value.Arr) {
            throw new FieldFault(FieldError.Code.TYPE, "'text' takes single values, found " + value.kind());
        }
        return Value.isMissing(value) ? part.otherwise() : value;
    }
}
