package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;

/** Every place of a source message where a value may be changed; arrays by their first two elements. */
final class FieldPaths {
    private static final int DEEPEST = 7;

    private final Map<List<Object>, @Nullable Schema> places = new LinkedHashMap<>();

    /** Names and positions of each place, with its schema where one is known. */
    static Map<List<Object>, @Nullable Schema> of(MappingOutline outline) {
        FieldPaths paths = new FieldPaths();
        Schema schema = outline.source().schema();
        if (schema != null) {
            paths.walk(List.of(), schema);
        }
        outline.rules().forEach(rule -> {
            rule.reads().forEach(field -> paths.add(field.path()));
            rule.looks().forEach(field -> paths.add(field.path()));
        });
        return paths.places;
    }

    private void walk(List<Object> at, Schema schema) {
        if (at.size() > DEEPEST) {
            return;
        }
        if (!at.isEmpty()) {
            places.put(at, schema);
        }
        if (schema.isArray()) {
            Schema items = schema.items();
            for (int i = 0; i < 2 && items != null; i++) {
                walk(below(at, i), items);
            }
        } else {
            schema.properties().forEach((name, field) -> walk(below(at, name), field));
        }
    }

    private static List<Object> below(List<Object> at, Object step) {
        List<Object> below = new ArrayList<>(at);
        below.add(step);
        return List.copyOf(below);
    }

    /** A path a rule names; where a schema stands it is known already. */
    private void add(String path) {
        List<Object> steps = new ArrayList<>();
        for (String name : path.replace("[-1]", "[0]")
                .replace("[]", "[0]")
                .replace("[", ".[")
                .split("\\.")) {
            steps.add(name.startsWith("[") ? (Object) Integer.valueOf(name.substring(1, name.length() - 1)) : name);
        }
        if (!path.startsWith("$") && !path.startsWith("^") && !steps.contains("")) {
            places.putIfAbsent(List.copyOf(steps), null);
        }
    }

    /** The path as rules name it, without positions. */
    static String plain(List<Object> place) {
        return String.join(
                ".",
                place.stream()
                        .filter(String.class::isInstance)
                        .map(Objects::toString)
                        .toList());
    }
}
