package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that travels as a text inside JSON: paths begin in the inner document; the outer fields are
 * reached by {@code ^}.
 */
record JsonInTextReader(String field) implements DocumentReader {
    @Override
    public Value read(byte[] bytes, Run run) {
        Value outer = JsonReader.parse(bytes);
        String inner = outer instanceof Value.Obj obj ? Value.scalarText(obj.get(field)) : null;
        if (inner == null) {
            throw DocumentReader.malformed("has no text in field '" + field + "'");
        }
        return JsonReader.parse(inner.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Value outer(byte[] bytes) {
        return JsonReader.parse(bytes);
    }
}
