package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the target tree while it is put together from target paths. */
final class TargetNode {
    private final String name;
    private final String path;
    private final @Nullable Schema schema;
    private final boolean demanded;
    private final Map<String, TargetNode> children = new LinkedHashMap<>();
    private @Nullable Yaml rule;
    private @Nullable Place place;

    TargetNode(String name, String path, @Nullable Schema schema, boolean demanded) {
        this.name = name;
        this.path = path;
        this.schema = schema;
        this.demanded = demanded;
    }

    /** The child of this name, made when new. */
    TargetNode child(String childName) {
        return children.computeIfAbsent(childName, unused -> {
            String childPath = path.isEmpty() ? childName : path + "." + childName;
            boolean asked = schema != null && schema.required().contains(childName);
            return new TargetNode(childName, childPath, schema == null ? null : schema.property(childName), asked);
        });
    }

    String name() {
        return name;
    }

    String path() {
        return path;
    }

    @Nullable
    Schema schema() {
        return schema;
    }

    boolean demanded() {
        return demanded;
    }

    Map<String, TargetNode> children() {
        return children;
    }

    @Nullable
    Yaml rule() {
        return rule;
    }

    void rule(Yaml node, Place at) {
        this.rule = node;
        this.place = at;
    }

    @Nullable
    Place place() {
        return place;
    }
}
