package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.List;
import org.hotlinegateway.casework.RecordShape.Form;
import org.hotlinegateway.casework.RecordShape.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes the records of this package: their parts in order, absent ones omitted. */
final class RecordWriter extends ValueSerializer<Object> {
    static final RecordWriter ALL = new RecordWriter();

    private RecordWriter() {}

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
        write(value, null, out);
    }

    /** Writes a record but for one part of it. */
    static void write(Object value, @Nullable String omitted, JsonGenerator out) {
        out.writeStartObject(value);
        parts(value, omitted, out);
        out.writeEndObject();
    }

    /** Writes the parts into an object that is being written. */
    static void parts(Object value, @Nullable String omitted, JsonGenerator out) {
        for (Part part : RecordShape.of(value.getClass()).parts()) {
            Object found = part.get().apply(value);
            if (found != null && !part.name().equals(omitted)) {
                out.writeName(part.quoted());
                write(part.form(), part.item(), found, out);
            }
        }
    }

    private static void write(Form form, Form item, Object value, JsonGenerator out) {
        switch (form) {
            case TEXT -> out.writeString((String) value);
            case FLAG -> out.writeBoolean((boolean) value);
            case WHOLE -> out.writeNumber((int) value);
            case TIME -> out.writeString(Json.text((OffsetDateTime) value));
            case CODE -> out.writeString(((Enum<?>) value).name());
            case RECORD -> write(value, null, out);
            case LIST -> list((List<?>) value, item, out);
            case OTHER -> out.writePOJO(value);
        }
    }

    private static void list(List<?> values, Form item, JsonGenerator out) {
        out.writeStartArray();
        for (Object value : values) {
            write(item, Form.OTHER, value, out);
        }
        out.writeEndArray();
    }
}
