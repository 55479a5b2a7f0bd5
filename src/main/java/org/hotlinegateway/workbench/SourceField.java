package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;

/** A field of a source message, seen from the element whose rules may read it. */
record SourceField(String path, String name, Schema schema) {
    /** What a field holds. */
    enum Shape {
        SCALAR,
        SCALARS,
        OBJECT,
        OBJECTS;

        static Shape of(Schema schema) {
            if (!schema.isArray()) {
                return schema.isObject() ? OBJECT : SCALAR;
            }
            Schema items = schema.items();
            return items != null && items.isObject() ? OBJECTS : SCALARS;
        }
    }

    String title() {
        return schema.title();
    }

    Shape shape() {
        return Shape.of(schema);
    }

    /** All fields that a path reaches without crossing an array, in the schema's order. */
    static List<SourceField> of(@Nullable Schema schema) {
        List<SourceField> fields = new ArrayList<>();
        if (schema != null) {
            collect(schema, "", fields, new ArrayList<>());
        }
        return fields;
    }

    private static void collect(Schema schema, String prefix, List<SourceField> into, List<Schema> above) {
        if (above.contains(schema)) {
            return;
        }
        above.add(schema);
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            String path = prefix + segment(field.getKey());
            into.add(new SourceField(path, field.getKey(), field.getValue()));
            if (!field.getValue().isArray()) {
                collect(field.getValue(), path + ".", into, above);
            }
        }
        above.remove(schema);
    }

    /** A name as a step of a path. */
    static String segment(String name) {
        return name.matches("[\\p{L}\\p{N}_@#:$-]+") ? name : "'" + name + "'";
    }
}
