package org.hotlinegateway.casework;

import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.casework.RecordShape.Form;
import org.hotlinegateway.casework.RecordShape.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads the records of this package: unknown names are passed over, absent parts are null, false or 0. Whatever is not
 * of the expected kind is left to Jackson, which converts it or says what is wrong.
 */
final class RecordReader extends ValueDeserializer<Object> {
    private final RecordShape shape;

    RecordReader(Class<?> type) {
        this.shape = RecordShape.of(type);
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        return in.currentToken() == JsonToken.START_OBJECT
                ? read(shape, in, context)
                : context.handleUnexpectedToken(shape.type(), in);
    }

    private static Object read(RecordShape shape, JsonParser in, DeserializationContext context) {
        Part[] parts = shape.parts();
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].absent();
        }
        int next = 0;
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            int place = shape.place(in.currentName(), next);
            in.nextToken();
            if (place < 0) {
                in.skipChildren();
            } else {
                values[place] = part(parts[place], shape, in, context);
                next = place + 1;
            }
        }
        return made(shape, values, context);
    }

    private static Object made(RecordShape shape, @Nullable Object[] values, DeserializationContext context) {
        try {
            return shape.make(values);
        } catch (Throwable e) {
            return context.handleInstantiationProblem(shape.type(), null, e);
        }
    }

    private static @Nullable Object part(Part part, RecordShape shape, JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return part.absent();
        }
        try {
            Object read = part.form() == Form.LIST && in.currentToken() == JsonToken.START_ARRAY
                    ? list(part, in, context)
                    : quickly(part.form(), part, in, context);
            return read == null ? context.readValue(in, context.getTypeFactory().constructType(part.declared())) : read;
        } catch (JacksonException e) {
            throw e.prependPath(shape.type(), part.name());
        }
    }

    private static List<@Nullable Object> list(Part part, JsonParser in, DeserializationContext context) {
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            try {
                Object item = quickly(part.item(), part, in, context);
                items.add(item == null ? context.readValue(in, part.itemType()) : item);
            } catch (JacksonException e) {
                throw e.prependPath(items, items.size());
            }
        }
        return items;
    }

    /** The value where it is of the expected kind; null where it is not. */
    private static @Nullable Object quickly(Form form, Part part, JsonParser in, DeserializationContext context) {
        JsonToken token = in.currentToken();
        return switch (form) {
            case TEXT -> token == JsonToken.VALUE_STRING ? in.getString() : null;
            case FLAG -> token == JsonToken.VALUE_TRUE ? Boolean.TRUE : token == JsonToken.VALUE_FALSE ? false : null;
            case WHOLE -> token == JsonToken.VALUE_NUMBER_INT ? (Object) in.getIntValue() : null;
            case TIME -> token == JsonToken.VALUE_STRING ? Json.time(in.getString()) : null;
            case CODE -> token == JsonToken.VALUE_STRING ? part.codes().get(in.getString()) : null;
            case RECORD -> token == JsonToken.START_OBJECT ? read(RecordShape.of(part.itemType()), in, context) : null;
            case LIST, OTHER -> null;
        };
    }
}
