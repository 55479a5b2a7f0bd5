package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Our records read and written by their shape say exactly what Jackson itself makes of them. */
class RecordsAsJsonTest {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2021-09-08T15:53:07+08:00");

    @Test
    void aCaseWithEveryPartIsWrittenAndReadAsJacksonDoes() throws Exception {
        Case filled = filled(Case.class);
        byte[] written = Json.bytes(filled);
        assertThat(Json.PLAIN.readTree(written)).isEqualTo(Json.PLAIN.readTree(Json.PLAIN.writeValueAsBytes(filled)));
        assertThat(Json.read(written, Case.class)).isEqualTo(filled);
        assertThat(Json.PLAIN.readValue(written, Case.class)).isEqualTo(filled);
        assertThat(Json.read((JsonNode) Json.tree(filled), Case.class)).isEqualTo(filled);
    }

    @Test
    void anEmptyCaseIsReadWithItsDefaults() {
        Case empty = Json.read("{}".getBytes(), Case.class);
        assertThat(empty).isEqualTo(Json.PLAIN.readValue("{}", Case.class));
        assertThat(Json.bytes(empty)).asString().isEqualTo(Json.PLAIN.writeValueAsString(empty));
    }

    @Test
    void anEntrySaysTheEventWhatItDidAndTheCaseWithoutItsWorkings() throws Exception {
        Case after = filled(Case.class);
        Event event = filled(Event.class);
        JsonNode entry = Json.PLAIN.readTree(
                Json.entry(event, 3, new Step(event, State.REGISTERED, after, true, "why", java.util.Set.of())));
        assertThat(entry.get("case").has("workings")).isFalse();
        assertThat(entry.get("case").size()).isEqualTo(Json.tree(after).size() - 1);
        assertThat(entry.get("seq").intValue()).isEqualTo(3);
        assertThat(entry.get("stateBefore").asString()).isEqualTo("REGISTERED");
        assertThat(entry.get("stateAfter").asString()).isEqualTo(after.state().name());
        assertThat(entry.get("late").booleanValue()).isTrue();
        assertThat(entry.get("note").asString()).isEqualTo("why");
        assertThat(entry.get("type").asString()).isEqualTo(event.type());
    }

    @Test
    void whatNobodyKnowsIsPassedOver() {
        String said = "{\"level\":\"RED\",\"more\":{\"a\":[1,{\"b\":2}]},\"seq\":7,\"unitCode\":null}";
        assertThat(Json.read(said.getBytes(), Card.class)).isEqualTo(Json.PLAIN.readValue(said, Card.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"state\":\"NOWHERE\"}",
                "{\"registeredAt\":\"yesterday\"}",
                "{\"registeredAt\":\"2021-02-30T00:00:00+08:00\"}",
                "{\"chaserCount\":\"many\"}",
                "{\"cards\":[{\"level\":\"RED\"},{\"level\":\"BLUE\"}]}",
                "{\"matter\":\"none\"}",
                "{\"orders\":{}}",
                "{\"open\":[]}",
                "[]",
                "{\"coUnits\":[null]}"
            })
    void whatIsWrongIsSaidWithItsPathAsJacksonSaysIt(String document) {
        JacksonException plain = refusal(() -> Json.PLAIN.readValue(document, Case.class));
        JacksonException ours = refusal(() -> Json.read(document.getBytes(), Case.class));
        assertThat(ours.getPath().stream().map(step -> step.getPropertyName() + "/" + step.getIndex()))
                .isEqualTo(plain.getPath().stream()
                        .map(step -> step.getPropertyName() + "/" + step.getIndex())
                        .toList());
        assertThat(ours.getClass()).isEqualTo(plain.getClass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"chaserCount\":\"3\"}",
                "{\"title\":12}",
                "{\"open\":\"true\"}",
                "{\"registeredAt\":\"2021-09-08T07:53:00Z\"}",
                "{\"registeredAt\":\"2021-09-08T15:53:00.5+08:00\"}",
                "{\"coUnits\":[\"a\",1]}"
            })
    void whatIsOfAnotherKindIsConvertedAsJacksonDoes(String document) {
        assertThat(Json.read(document.getBytes(), Case.class)).isEqualTo(Json.PLAIN.readValue(document, Case.class));
    }

    @Test
    void aRecordThatRefusesItsPartsIsUnreadable() {
        assertThatThrownBy(() -> Json.read("{\"coUnits\":[null]}".getBytes(), Case.class))
                .isInstanceOf(ValueInstantiationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-09-08T15:53:07+08:00", "1986-05-04T02:00:00+09:00", "0999-12-31T23:59:59+08:00"})
    void aTimeIsWrittenInBeijingTimeToTheSecond(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text).plusNanos(5);
        assertThat(OffsetDateTime.parse(Json.text(time))).isEqualTo(OffsetDateTime.parse(text));
        assertThat(Json.text(time)).endsWith("+08:00");
    }

    private static JacksonException refusal(Runnable reading) {
        try {
            reading.run();
        } catch (JacksonException e) {
            return e;
        }
        throw new AssertionError("was read");
    }

    private static <T> T filled(Class<T> type) throws Exception {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = value(parts[i].getType(), parts[i].getGenericType());
        }
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<T> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Class<?> type, Type declared) throws Exception {
        if (type == String.class) {
            return "文\"本";
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return 41;
        }
        if (type == long.class || type == Long.class) {
            return 42L;
        }
        if (type == BigDecimal.class) {
            return new BigDecimal("4.20");
        }
        if (type == OffsetDateTime.class) {
            return TIME;
        }
        if (type == LocalDate.class) {
            return TIME.toLocalDate();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == List.class) {
            Class<?> item = (Class<?>) ((ParameterizedType) declared).getActualTypeArguments()[0];
            return List.of(value(item, item), value(item, item));
        }
        if (type.isRecord()) {
            return filled(type);
        }
        return Json.object().put("any", 1);
    }
}
