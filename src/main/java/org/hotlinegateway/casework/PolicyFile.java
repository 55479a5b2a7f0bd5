package org.hotlinegateway.casework;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a policy file strictly; a fault names its place, as {@code file:line:column: what is wrong}. */
final class PolicyFile {
    private static final JsonMapper STRICT = Json.strict();

    private PolicyFile() {}

    static <T> T read(String file, UnaryOperator<String> texts, Class<T> type) {
        String text = texts.apply(file);
        Object content = yaml(file, text);
        if (content == null) {
            throw new IllegalArgumentException(file + ":1:1: the file is empty");
        }
        try {
            return STRICT.convertValue(content, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ":" + place(text, e.getPath()) + ": " + what(e), e);
        }
    }

    private static @Nullable Object yaml(String file, String text) {
        try {
            return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark().map(PolicyFile::shown).orElse("1:1");
            throw new IllegalArgumentException(file + ":" + place + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ":1:1: no YAML", e);
        }
    }

    private static String what(JacksonException fault) {
        String path = path(fault.getPath());
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '" + path + "'. Keys here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
        }
        if (fault.getCause() instanceof IllegalArgumentException ours) {
            return (path.isEmpty() ? "" : "'" + path + "': ") + ours.getMessage();
        }
        String type = fault instanceof MismatchedInputException wrong && wrong.getTargetType() != null
                ? ". Expected " + wrong.getTargetType().getSimpleName().toLowerCase(Locale.ROOT)
                : "";
        return "'" + path + "' is missing or has no value of its kind" + type;
    }

    private static String path(List<JacksonException.Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : steps) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
    }

    /** Where the path stands, or the nearest thing above it that stands there. */
    private static String place(String text, List<JacksonException.Reference> steps) {
        Node at =
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
        Mark mark = at.getStartMark().orElseThrow();
        for (JacksonException.Reference step : steps) {
            Optional<Found> next = under(at, step);
            if (next.isEmpty()) {
                break;
            }
            at = next.get().value();
            mark = next.get().named().getStartMark().orElseThrow();
        }
        return shown(mark);
    }

    private record Found(Node named, Node value) {}

    private static Optional<Found> under(Node node, JacksonException.Reference step) {
        if (node instanceof SequenceNode list && step.getIndex() >= 0) {
            Node item = list.getValue().get(step.getIndex());
            return Optional.of(new Found(item, item));
        }
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(entry -> isNamed(entry, step.getPropertyName()))
                        .map(entry -> new Found(entry.getKeyNode(), entry.getValueNode()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isNamed(NodeTuple entry, @Nullable String name) {
        return entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }

    private static String shown(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** The text of a file; the files are those of a mapping set. */
    static String text(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(name + ":1:1: no such file in the mappings folder");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What a policy cannot do without. */
    static void require(String names, @Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                throw new IllegalArgumentException("expected all of " + names);
            }
        }
    }
}
