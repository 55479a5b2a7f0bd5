package org.hotlinegateway.workbench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotlinegateway.mapping.MappingOutline;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a message of any format: to be compared, to be shown to staff, and of JSON to be changed one by one. */
public final class MessageFields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+|\\[\\d{1,6}])*");

    private MessageFields() {}

    /**
     * Path and value of every field, in the message's order. JSON paths are like {@code files[0].id} and their values are
     * JSON; of other formats a value is a text, and a path that comes again is numbered, {@code FILE.ID#2}. A message that
     * cannot be read is one field without a name.
     *
     * @param contentType tells the format
     */
    public static Map<String, String> of(byte[] message, String contentType) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            String format = format(contentType);
            if (format.equals("json")) {
                flatten(JSON.readTree(message), "", fields);
            } else {
                MessageText.rewritten(
                        new MappingOutline.End(format, null, null, null, null),
                        message,
                        (path, text) -> added(fields, path, text));
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            fields.clear();
            fields.put("", new String(message, StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String format(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.contains("xml") ? "xml" : type.contains("form") ? "form" : "json";
    }

    private static String added(Map<String, String> fields, String path, String text) {
        String free = path;
        for (int i = 2; fields.containsKey(free); i++) {
            free = path + "#" + i;
        }
        fields.put(free, text);
        return text;
    }

    private static void flatten(JsonNode node, String path, Map<String, String> fields) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            object.propertyNames().forEach(name -> flatten(object.get(name), MessageText.below(path, name), fields));
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            for (int i = 0; i < array.size(); i++) {
                flatten(array.get(i), path + "[" + i + "]", fields);
            }
        } else {
            fields.put(path, JSON.writeValueAsString(node));
        }
    }

    /**
     * A JSON message with some fields changed. Nothing is added beside what is there but a last name of an object.
     *
     * @param values new values by path, as JSON; null takes the field away
     * @throws IllegalArgumentException naming the path, when it leads nowhere or its value is no JSON
     */
    public static byte[] changed(byte[] message, Map<String, @Nullable String> values) {
        try {
            JsonNode tree = JSON.readTree(message);
            values.forEach((path, value) -> put(tree, path, value));
            return JSON.writeValueAsBytes(tree);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the message is no JSON, or a new value is none");
        }
    }

    private static void put(JsonNode tree, String path, @Nullable String value) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("no path like case.files[0].id");
        }
        Matcher step = STEP.matcher(path);
        JsonNode parent = tree;
        JsonNode node = tree;
        String last = "";
        while (step.find()) {
            parent = node;
            last = step.group();
            node = step.group(1) == null ? parent.path(Integer.parseInt(step.group(2))) : parent.path(last);
        }
        if (parent instanceof ObjectNode object && value == null) {
            object.remove(last);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, JSON.readTree(value));
        } else if (parent instanceof ArrayNode array && value != null && !node.isMissingNode()) {
            array.set(Integer.parseInt(last.substring(1, last.length() - 1)), JSON.readTree(value));
        } else {
            throw new IllegalArgumentException("this path leads to no field of the message");
        }
    }
}
