package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a mapping file's blocks; a key nobody knows is a problem. */
record FileKeys(Problems problems) {
    void checkKeys(Yaml.Dict dict, List<String> keys, String what) {
        for (Map.Entry<String, Yaml.Entry> entry : dict.each()) {
            if (!keys.contains(entry.getKey())) {
                problems.error(
                        entry.getValue().key().place(),
                        "unknown-key",
                        "unknown " + what + " '" + entry.getKey() + "'. Expected: " + String.join(", ", keys) + "."
                                + Near.hint(entry.getKey(), keys));
            }
        }
    }

    String text(Yaml.Dict dict, String key, String otherwise) {
        Yaml node = dict.get(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        problems.error(node.place(), "shape", "'" + key + "' is text, found " + node.kind());
        return otherwise;
    }

    @Nullable
    String optional(Yaml.Dict dict, String key) {
        return dict.has(key) ? text(dict, key, "") : null;
    }
}
