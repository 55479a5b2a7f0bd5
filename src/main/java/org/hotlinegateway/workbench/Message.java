package org.hotlinegateway.workbench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message made up to try the laws: a sample, or nothing, with some fields changed.
 *
 * @param base the sample as JSON
 * @param context context values of the sample
 */
record Message(String base, Map<String, String> context, List<Change> changes) {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    /**
     * One changed field.
     *
     * @param place names and positions; a name with a dollar sign alone is a context value
     * @param value null takes the field away
     */
    record Change(List<Object> place, @Nullable JsonNode value) {}

    /** The whole message as JSON. */
    String document() {
        JsonNode tree = JSON.readTree(base);
        for (Change change : changes) {
            if (!isContext(change)) {
                put(tree, change.place(), 0, change.value());
            }
        }
        return JSON.writeValueAsString(tree);
    }

    /** A document with its characters as they are, unless half a character is among them. */
    static String plain(String document) {
        String plain = PLAIN.writeValueAsString(JSON.readTree(document));
        return StandardCharsets.UTF_8.newEncoder().canEncode(plain) ? plain : document;
    }

    private static boolean isContext(Change change) {
        return change.place().get(0).toString().startsWith("$");
    }

    Map<String, String> contextValues() {
        Map<String, String> values = new LinkedHashMap<>(context);
        changes.stream().filter(Message::isContext).forEach(change -> {
            String name = change.place().get(0).toString().substring(1);
            JsonNode value = change.value();
            if (value == null || !value.isValueNode() || value.isNull()) {
                values.remove(name);
            } else {
                values.put(name, value.asString());
            }
        });
        return values;
    }

    private static void put(JsonNode at, List<Object> place, int depth, @Nullable JsonNode value) {
        boolean last = depth == place.size() - 1;
        Object step = place.get(depth);
        if (at instanceof ObjectNode object && step instanceof String name) {
            if (last) {
                field(object, name, value);
            } else {
                put(child(object, name, place.get(depth + 1)), place, depth + 1, value);
            }
        } else if (at instanceof ArrayNode array && step instanceof Integer index) {
            int position = index < 0 ? Math.max(0, array.size() + index) : index;
            while (array.size() <= position) {
                array.add(empty(last ? "" : place.get(depth + 1)));
            }
            if (last) {
                array.set(position, value == null ? JSON.nullNode() : value.deepCopy());
            } else {
                put(array.get(position), place, depth + 1, value);
            }
        }
    }

    private static void field(ObjectNode object, String name, @Nullable JsonNode value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value.deepCopy());
        }
    }

    private static JsonNode child(ObjectNode object, String name, Object next) {
        JsonNode child = object.get(name);
        if (child == null || child.isNull()) {
            child = empty(next);
            object.set(name, child);
        }
        return child;
    }

    private static JsonNode empty(Object next) {
        return next instanceof Integer ? JSON.createArrayNode() : JSON.createObjectNode();
    }
}
