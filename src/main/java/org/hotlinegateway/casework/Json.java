package org.hotlinegateway.casework;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;
import tools.jackson.databind.node.ObjectNode;

/** Canonical JSON: absent fields omitted, date-times in Beijing time to the second. */
final class Json {
    static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** The part of a case that only the state machine needs. */
    private static final String NOT_TOLD = "workings";

    private static final int TYPICAL_ENTRY = 4_000;
    private static final int QUICK_TIME = "2021-09-08T15:53:00+08:00".length();
    static final JsonMapper PLAIN = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(OffsetDateTime.class, new DateTimeWriter()))
            .build();

    static final JsonMapper MAPPER =
            PLAIN.rebuild().addModule(new RecordModule()).build();

    private Json() {}

    /** Refuses what nobody asked for: for files that people write. */
    static JsonMapper strict() {
        return PLAIN.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    /** An entry of a case's history: the event, what it did, and the case as peers are told of it. */
    static byte[] entry(Event event, int seq, Step step) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(TYPICAL_ENTRY);
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            out.writeStartObject();
            RecordWriter.parts(event, null, out);
            out.writeNumberProperty("seq", seq);
            if (step.before() != null) {
                out.writeStringProperty("stateBefore", step.before().name());
            }
            out.writeStringProperty("stateAfter", step.after().state().name());
            out.writeBooleanProperty("late", step.late());
            if (step.note() != null) {
                out.writeStringProperty("note", step.note());
            }
            out.writeName("case");
            RecordWriter.write(step.after(), NOT_TOLD, out);
            out.writeEndObject();
        }
        return bytes.getClearAndRelease();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }

    static OffsetDateTime beijing(OffsetDateTime time) {
        return time.withOffsetSameInstant(BEIJING).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A time as peers read it: {@code 2021-09-08T15:53:00+08:00}. */
    static String text(OffsetDateTime time) {
        OffsetDateTime t = beijing(time);
        if (t.getYear() < 1000 || t.getYear() > 9999) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(t);
        }
        StringBuilder text = new StringBuilder(QUICK_TIME).append(t.getYear());
        two(text, '-', t.getMonthValue());
        two(text, '-', t.getDayOfMonth());
        two(text, 'T', t.getHour());
        two(text, ':', t.getMinute());
        two(text, ':', t.getSecond());
        return text.append("+08:00").toString();
    }

    private static void two(StringBuilder text, char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** The time in a text as {@link #text} writes it; null when it is not one. */
    static @Nullable OffsetDateTime time(String text) {
        if (text.length() != QUICK_TIME || !text.endsWith("+08:00")) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean marked = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        try {
            return marked ? OffsetDateTime.of(year, month, day, hour, minute, second, 0, BEIJING) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number of plain digits; for anything else one that no part of a time can be. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return Integer.MIN_VALUE;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static final class DateTimeWriter extends ValueSerializer<OffsetDateTime> {
        @Override
        public void serialize(OffsetDateTime value, JsonGenerator out, SerializationContext context) {
            out.writeString(text(value));
        }
    }

    /** Has the records of this package read and written without reflection at each part. */
    private static final class RecordModule extends SimpleModule {
        @Override
        public void setupModule(SetupContext context) {
            context.addSerializers(new SimpleSerializers() {
                @Override
                public @Nullable ValueSerializer<?> findSerializer(
                        SerializationConfig config,
                        JavaType type,
                        BeanDescription.Supplier bean,
                        JsonFormat.Value format) {
                    return RecordShape.isOurs(type.getRawClass()) ? RecordWriter.ALL : null;
                }
            });
            context.addDeserializers(new SimpleDeserializers() {
                @Override
                public @Nullable ValueDeserializer<?> findBeanDeserializer(
                        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
                    return RecordShape.isOurs(type.getRawClass()) ? new RecordReader(type.getRawClass()) : null;
                }
            });
        }
    }
}
