package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One event meeting one case, as guards and effects see it. */
record Situation(@Nullable Case was, Event event, EventType type, Rules rules, Occasion occasion) {

    /** The case before the event. */
    Case known() {
        return Objects.requireNonNull(was, "no case");
    }

    boolean fromWindow() {
        return event.peer().equals(Audience.WINDOW_PEER);
    }

    /** From the hotline that holds the current order. */
    boolean fromHotline() {
        return known().currentOrder()
                .filter(order -> order.peer().equals(event.peer()))
                .isPresent();
    }

    /** About an order of a round that is over. */
    boolean isAboutEarlierRound() {
        String reference = event.peerReference();
        return reference != null
                && type != EventType.REDO_ORDERED
                && known().order(reference).isPresent()
                && known().currentOrder()
                        .filter(order -> reference.equals(order.orderNo()))
                        .isEmpty();
    }

    /** A payload field's text; null when absent or blank. */
    @Nullable
    String text(String field) {
        JsonNode value = event.payload().get(field);
        return value == null || value.isNull() || value.asString().isBlank() ? null : value.asString();
    }

    @Nullable
    OffsetDateTime time(String field) {
        String text = text(field);
        return text == null ? null : OffsetDateTime.parse(text);
    }

    @Nullable
    Boolean flag(String field) {
        JsonNode value = event.payload().get(field);
        return value == null || value.isNull() ? null : value.asBoolean();
    }

    boolean isSet(String field) {
        return Boolean.TRUE.equals(flag(field));
    }

    @Nullable
    List<String> texts(String field) {
        JsonNode value = event.payload().get(field);
        return value == null || !value.isArray()
                ? null
                : value.valueStream().map(JsonNode::asString).toList();
    }

    /** When it happened by the event's own word: {@code payload.at}, else when the event occurred. */
    OffsetDateTime at() {
        OffsetDateTime at = time("at");
        return at == null ? event.occurredAt() : at;
    }
}
