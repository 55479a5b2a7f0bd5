package org.hotlinegateway.bench;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Converts a list of codes by a hash map, as one writes it by hand. */
final class CodesByHand {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> table = new HashMap<>();

    CodesByHand(int rows, IntFunction<String> code, IntFunction<String> value) {
        for (int row = 0; row < rows; row++) {
            table.put(code.apply(row), value.apply(row));
        }
    }

    byte[] convert(byte[] source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(source.length * 2);
        try (JsonParser codes = FACTORY.createParser(ObjectReadContext.empty(), source);
                JsonGenerator values = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            codes.nextToken();
            codes.nextName();
            codes.nextToken();
            values.writeStartObject();
            values.writeArrayPropertyStart("values");
            while (codes.nextToken() == JsonToken.VALUE_STRING) {
                values.writeString(Objects.requireNonNull(table.get(codes.getString())));
            }
            values.writeEndArray();
            values.writeEndObject();
        }
        return out.toByteArray();
    }
}
