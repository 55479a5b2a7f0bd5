package org.hotlinegateway.workbench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.hotlinegateway.mapping.MappingOutline;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Rewrites the texts of a message in its own format, every name and every position staying as it is. */
final class MessageText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper PRETTY =
            JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MessageText() {}

    /** @throws IllegalArgumentException when the bytes are no message of this format */
    static byte[] rewritten(MappingOutline.End format, byte[] message, Leaves leaves) {
        try {
            return switch (format.format()) {
                case "xml" -> xml(message, leaves);
                case "form" -> form(message, format.encoding(), leaves);
                case "json-in-text" -> wrapped(message, format.field(), leaves);
                default -> pretty(json(JSON.readTree(message), "", leaves));
            };
        } catch (JacksonException | XMLStreamException e) {
            throw new IllegalArgumentException("the message is no " + format.format());
        }
    }

    /** JSON set out for reading, anything else as it is. */
    static byte[] readable(String format, byte[] message) {
        return format.equals("json") ? pretty(JSON.readTree(message)) : message;
    }

    private static byte[] pretty(JsonNode node) {
        return (PRETTY.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(JsonNode node, String path, Leaves leaves) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .toList()
                    .forEach(name -> object.set(name, json(object.get(name), below(path, name), leaves)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, json(array.get(i), path, leaves));
            }
        }
        return node.isString() ? StringNode.valueOf(leaves.replaced(path, node.stringValue())) : node;
    }

    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static byte[] wrapped(byte[] message, @Nullable String field, Leaves leaves) {
        JsonNode outer = JSON.readTree(message);
        String name = field == null ? "data" : field;
        String inner = outer.path(name).asString();
        String written = JSON.writeValueAsString(json(JSON.readTree(inner), "", leaves));
        JsonNode rewritten = json(outer, "", leaves);
        ((ObjectNode) rewritten).put(name, written);
        return pretty(rewritten);
    }

    private static byte[] form(byte[] message, @Nullable String encoding, Leaves leaves) {
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return Arrays.stream(new String(message, StandardCharsets.ISO_8859_1).split("&"))
                .map(pair -> pair(pair, charset, leaves))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String pair(String pair, Charset charset, Leaves leaves) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair;
        }
        String name = URLDecoder.decode(pair.substring(0, equals).strip(), charset);
        String text = URLDecoder.decode(pair.substring(equals + 1).strip(), charset);
        return pair.substring(0, equals + 1) + URLEncoder.encode(leaves.replaced(name, text), charset);
    }

    private static byte[] xml(byte[] message, Leaves leaves) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XmlText(leaves).rewrite(new ByteArrayInputStream(message), out);
        return out.toByteArray();
    }
}
