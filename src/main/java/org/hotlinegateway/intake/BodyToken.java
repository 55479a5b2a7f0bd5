package org.hotlinegateway.intake;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Finds the static token inside a JSON message, reading no further than to it. */
final class BodyToken {
    private static final int DEEPEST = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private BodyToken() {}

    /** The text at a dotted path of names, or null when there is none. */
    static @Nullable String find(byte[] message, String path) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
            return find(parser, path.split("\\.", -1));
        } catch (JacksonException e) {
            throw new Refusal(ProblemCode.MALFORMED, "The message is no JSON, or nested too deeply.");
        }
    }

    private static @Nullable String find(JsonParser parser, String[] path) {
        JsonToken token = parser.nextToken();
        for (String name : path) {
            if (token != JsonToken.START_OBJECT || !enter(parser, name)) {
                return null;
            }
            token = parser.nextToken();
        }
        return token == JsonToken.VALUE_STRING ? parser.getString() : null;
    }

    private static boolean enter(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            if (name.equals(parser.currentName())) {
                return true;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return false;
    }
}
