package org.hotlinegateway.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the stand-in peers read and write it: no doubled names, nothing after the end. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper PRETTY =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** The message as a tree, or null when it is not JSON. */
    static @Nullable JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    static byte[] bytes(Map<String, ?> value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static JsonNode tree(Map<String, ?> value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] pretty(Object value) {
        return PRETTY.writeValueAsBytes(value);
    }
}
