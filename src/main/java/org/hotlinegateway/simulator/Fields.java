package org.hotlinegateway.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one message and gathers everything that breaks its dialect; never names a value. */
final class Fields {
    private final JsonNode node;
    private final String prefix;
    private final List<String> problems;
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode node) {
        this(node, "", new ArrayList<>());
        if (!node.isObject()) {
            problems.add("message is not an object");
        }
    }

    private Fields(JsonNode node, String prefix, List<String> problems) {
        this.node = node;
        this.prefix = prefix;
        this.problems = problems;
    }

    Fields required(String name, Form form) {
        if (!node.has(name)) {
            problem(name, "missing");
        }
        return optional(name, form);
    }

    Fields optional(String name, Form form) {
        known.add(name);
        if (node.has(name)) {
            text(name, node.path(name), form);
        }
        return this;
    }

    /** A list of texts with at least {@code min} entries; absent only when {@code min} is 0. */
    Fields texts(String name, Form form, int min) {
        known.add(name);
        JsonNode list = node.path(name);
        if (list.isMissingNode() && min == 0) {
            return this;
        }
        if (!list.isArray() || list.size() < min) {
            return problem(name, "not a list of at least " + min);
        }
        list.forEach(entry -> text(name, entry, form));
        return this;
    }

    /** A list of objects, each read by {@code reader}. */
    Fields objects(String name, int min, Reader reader) {
        known.add(name);
        JsonNode list = node.path(name);
        if (list.isMissingNode() && min == 0) {
            return this;
        }
        if (!list.isArray() || list.size() < min) {
            return problem(name, "not a list of at least " + min);
        }
        for (int index = 0; index < list.size(); index++) {
            reader.read(new Fields(list.path(index), prefix + name + "[" + index + "].", problems));
        }
        return this;
    }

    Fields object(String name, Reader reader) {
        known.add(name);
        if (!node.path(name).isObject()) {
            return problem(name, "not an object");
        }
        reader.read(new Fields(node.path(name), prefix + name + ".", problems));
        return this;
    }

    Fields whole(String name, int min, int max) {
        known.add(name);
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || value.asInt() < min || value.asInt() > max) {
            problem(name, "not a whole number from " + min + " to " + max);
        }
        return this;
    }

    Fields share(String name) {
        known.add(name);
        JsonNode value = node.path(name);
        return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1
                ? this
                : problem(name, "not a share from 0 to 1");
    }

    Fields nothing(String name) {
        known.add(name);
        return node.path(name).isNull() || node.path(name).isMissingNode() ? this : problem(name, "not empty");
    }

    /** Takes a field note of which has been read elsewhere. */
    Fields seen(String... names) {
        known.addAll(List.of(names));
        return this;
    }

    Fields must(boolean holds, String name, String problem) {
        return holds ? this : problem(name, problem);
    }

    Fields nothingElse() {
        if (node.isObject()) {
            node.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problem(name, "unknown field"));
        }
        return this;
    }

    Fields problem(String name, String text) {
        problems.add(prefix + name + ": " + text);
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    String value(String name) {
        return node.path(name).isString() ? node.path(name).stringValue() : "";
    }

    boolean sound() {
        return problems.isEmpty();
    }

    String problems() {
        return String.join("; ", problems);
    }

    private void text(String name, JsonNode value, Form form) {
        if (!value.isString()) {
            problem(name, "not a string");
        } else if (!form.accepts().test(value.stringValue())) {
            problem(name, "not " + form.expected());
        }
    }

    /** Reads one object inside a message. */
    interface Reader {
        void read(Fields fields);
    }
}
