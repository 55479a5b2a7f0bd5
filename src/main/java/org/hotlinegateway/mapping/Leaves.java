package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flattens a document tree: every scalar and every empty object or array by its path, in order. */
final class Leaves {
    private Leaves() {}

    static Map<String, Value> of(Value tree) {
        Map<String, Value> leaves = new LinkedHashMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String path, Value value, Map<String, Value> leaves) {
        if (value instanceof Value.Obj obj && obj.size() > 0) {
            for (int i = 0; i < obj.size(); i++) {
                collect(child(path, obj.name(i)), obj.value(i), leaves);
            }
        } else if (value instanceof Value.Arr arr && !arr.items().isEmpty()) {
            for (int i = 0; i < arr.items().size(); i++) {
                collect(path + "[" + i + "]", arr.items().get(i), leaves);
            }
        } else {
            leaves.put(path, value);
        }
    }

    static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A value as JSON. */
    static String json(Value value) {
        return new String(JsonTarget.bytes(value), StandardCharsets.UTF_8);
    }
}
