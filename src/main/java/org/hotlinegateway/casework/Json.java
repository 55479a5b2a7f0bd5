package org.hotlinegateway.casework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Canonical JSON: absent fields omitted, date-times in Beijing time to the second. */
final class Json {
    static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(OffsetDateTime.class, new DateTimeWriter()))
            .build();

    private static final ObjectWriter TOLD =
            MAPPER.rebuild().addMixIn(Case.class, Told.class).build().writerFor(Case.class);

    private Json() {}

    /** A case as peers are told of it. */
    static RawValue told(Case value) {
        return new RawValue(TOLD.writeValueAsString(value));
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

    static String text(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(beijing(time));
    }

    @JsonIgnoreProperties("workings")
    private interface Told {}

    private static final class DateTimeWriter extends ValueSerializer<OffsetDateTime> {
        @Override
        public void serialize(OffsetDateTime value, JsonGenerator out, SerializationContext context) {
            out.writeString(text(value));
        }
    }
}
