package org.hotlinegateway.workbench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A first, invented source message: what the rules read and what its schema requires. */
final class SkeletonSample {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int DEEPEST = 12;

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Set<String> fixed = new HashSet<>();

    /**
     * Puts a value at a path; positions of arrays as {@code []}, of which there is one element. Of two values the
     * particular one stays, of two texts the shorter.
     */
    void put(String path, Object value, boolean particular) {
        List<String> steps = steps(path);
        Map<String, Object> at = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            at = step.endsWith("[]") ? element(at, step.substring(0, step.length() - 2)) : object(at, step);
        }
        String last = steps.get(steps.size() - 1);
        if (particular && fixed.add(path)
                || !at.containsKey(last)
                || !fixed.contains(path) && isShorter(value, at.get(last))) {
            at.put(last, value);
        }
    }

    private static boolean isShorter(Object value, @Nullable Object other) {
        return value instanceof String text && other instanceof String known && text.length() < known.length();
    }

    /** What stands at a path, null when nothing does. */
    @Nullable
    Object get(String path) {
        Object at = root;
        for (String step : steps(path)) {
            at = at instanceof Map<?, ?> fields ? fields.get(step) : null;
        }
        return at;
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("\\.(?=(?:[^']*'[^']*')*[^']*$)")) {
            steps.add(step.replace("'", ""));
        }
        return steps;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> at, String name) {
        return (Map<String, Object>) at.computeIfAbsent(name, unused -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> element(Map<String, Object> at, String name) {
        List<Map<String, Object>> items = (List<Map<String, Object>>)
                at.computeIfAbsent(name, unused -> new ArrayList<>(List.of(new LinkedHashMap<String, Object>())));
        return items.get(0);
    }

    /** Fills in what a schema requires and no rule reads. */
    void require(Schema schema) {
        require(schema, root, 0);
    }

    private static void require(Schema schema, Map<String, Object> into, int depth) {
        schema.required().forEach(name -> {
            Schema field = schema.property(name);
            if (field != null && depth < DEEPEST) {
                into.putIfAbsent(name, value(field, depth + 1));
            }
        });
        into.forEach((name, value) -> {
            Schema field = schema.property(name);
            if (field != null && value instanceof Map<?, ?>) {
                require(field, object(into, name), depth + 1);
            } else if (field != null && value instanceof List<?> items && items.get(0) instanceof Map<?, ?>) {
                Schema element = field.items();
                if (element != null) {
                    require(element, element(into, name), depth + 1);
                }
            }
        });
    }

    static Object value(Schema schema) {
        return value(schema, 0);
    }

    private static Object value(Schema schema, int depth) {
        if (schema.isArray()) {
            Schema items = schema.items();
            return items == null || depth > DEEPEST ? List.of() : new ArrayList<>(List.of(value(items, depth + 1)));
        }
        if (schema.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (depth < DEEPEST) {
                require(schema, fields, depth);
            }
            return fields;
        }
        return switch (schema.type()) {
            case "integer", "number" -> 1;
            case "boolean" -> true;
            default -> text(schema);
        };
    }

    static String text(Schema schema) {
        if (!schema.allowed().isEmpty()) {
            return schema.allowed().get(0);
        }
        String text = switch (schema.format()) {
            case "date-time" -> "2021-09-08T15:53:01+08:00";
            case "date" -> "2021-09-08";
            default -> "样例";
        };
        return text.substring(0, Math.min(text.length(), schema.maxLength()));
    }

    /** The message in its format. */
    String write(String format, String rootElement) {
        return switch (format) {
            case "xml" -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml(rootElement, root) + "\n";
            case "form" -> form();
            default -> JSON.writeValueAsString(root) + "\n";
        };
    }

    private String form() {
        return root.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String xml(String name, Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(item -> xml(name, item)).collect(Collectors.joining());
        }
        if (!(value instanceof Map<?, ?> fields)) {
            return "<" + name + ">" + escaped(value) + "</" + name + ">";
        }
        StringBuilder attributes = new StringBuilder();
        StringBuilder content = new StringBuilder();
        fields.forEach((key, field) -> {
            String child = String.valueOf(key);
            if (child.startsWith("@")) {
                attributes
                        .append(' ')
                        .append(child.substring(1))
                        .append("=\"")
                        .append(escaped(field))
                        .append('"');
            } else {
                content.append(child.equals("#text") ? escaped(field) : xml(child, field));
            }
        });
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }

    private static String escaped(Object value) {
        return String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
