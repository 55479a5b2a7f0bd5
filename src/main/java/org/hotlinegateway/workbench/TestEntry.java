package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One entry of {@code tests:} while it is written. */
final class TestEntry {
    private final List<String> lines = new ArrayList<>();

    TestEntry(String name, String in) {
        lines.add("name: " + scalar(name));
        lines.add("in: " + scalar(in));
    }

    TestEntry at(String time) {
        lines.add("at: " + quoted(time));
        return this;
    }

    TestEntry context(Map<String, String> values) {
        if (!values.isEmpty()) {
            lines.add("context:");
            values.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(value -> lines.add("  " + scalar(value.getKey()) + ": " + quoted(value.getValue())));
        }
        return this;
    }

    void expect(String file) {
        lines.add("expect: " + scalar(file));
    }

    /** @param errors target path and code of each field error */
    void errors(List<Map.Entry<String, String>> errors) {
        lines.add("error:");
        errors.forEach(error -> lines.add("  " + scalar(error.getKey()) + ": " + error.getValue()));
    }

    String text(String indent) {
        return indent + "- " + String.join("\n" + indent + "  ", lines) + "\n";
    }

    /** The file's text with this entry behind its last test; nothing else of it changes. */
    String appendedTo(String file) {
        YamlText yaml = YamlText.of(file);
        Node tests = YamlText.get(yaml.root(), "tests");
        if (tests == null) {
            return (file.endsWith("\n") ? file : file + "\n") + "tests:\n" + text("");
        }
        if (tests instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            String indent = " ".repeat(YamlText.column(list) - 1);
            return yaml.inserted(yaml.lineEnd(list), "\n" + text(indent).stripTrailing());
        }
        if (tests instanceof SequenceNode list && list.getValue().isEmpty()) {
            return yaml.replaced(list, "\n" + text("").stripTrailing());
        }
        throw new IllegalArgumentException("'tests' must be a list with a dash before each test, one below the other");
    }

    private static String scalar(String text) {
        return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}/._()\\[\\]-]*") && !text.matches("null|true|false|[0-9.]+")
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
