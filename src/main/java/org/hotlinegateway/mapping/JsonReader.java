package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON; numbers keep their text, malformed UTF-8 and a key given twice are refused. */
final class JsonReader implements DocumentReader {
    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .build();

    @Override
    public Value read(byte[] bytes, Run run) {
        return parse(bytes);
    }

    static Value parse(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw DocumentReader.malformed("is empty, expected JSON");
            }
            Value value = value(parser, first);
            if (parser.nextToken() != null) {
                throw DocumentReader.malformed("goes on after the end of the JSON document");
            }
            return value;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw DocumentReader.malformed("is not JSON in UTF-8"
                    + (at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr()));
        }
    }

    private static Value value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Value.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(parser.getString());
            case VALUE_TRUE -> Value.Bool.TRUE;
            case VALUE_FALSE -> Value.Bool.FALSE;
            default -> Value.NULL;
        };
    }

    private static Value.Obj object(JsonParser parser) {
        Value.Obj obj = new Value.Obj();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            obj.add(name, value(parser, parser.nextToken()));
        }
        return obj;
    }

    private static Value.Arr array(JsonParser parser) {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Value.Arr(items);
    }
}
