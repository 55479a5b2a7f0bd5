package org.hotlinegateway.casework;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a policy file strictly; a fault names its place, as {@code file:line:column: what is wrong}. */
final class PolicyFile {
    private static final JsonMapper STRICT = Json.MAPPER
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PolicyFile() {}

    static <T> T read(String file, UnaryOperator<String> text, Class<T> type) {
        Object content = yaml(file, text.apply(file));
        if (content == null) {
            throw new IllegalArgumentException(file + ":1:1: the file is empty");
        }
        try {
            return STRICT.convertValue(content, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ":1:1: " + path(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable Object yaml(String file, String text) {
        try {
            return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("1:1");
            throw new IllegalArgumentException(file + ":" + place + ": " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ":1:1: no YAML", e);
        }
    }

    private static String path(JacksonException fault) {
        return fault instanceof DatabindException ? fault.getPathReference() : "";
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
