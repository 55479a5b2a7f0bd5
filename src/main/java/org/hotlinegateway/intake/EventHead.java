package org.hotlinegateway.intake;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the door must know of an event before anybody decides on it.
 *
 * @param id the sender's id, or null
 * @param source who says so, or null
 * @param lane what it is about: case number, alert key or number at the peer; null when it names none
 * @param hall the hall it comes from or is about; null when it names none
 */
record EventHead(
        @Nullable String id,
        @Nullable String source,
        @Nullable String lane,
        @Nullable String hall) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ALERT = "NN";
    private static final String HALL_SAYS = "window:";

    /** Reads the head of a canonical event, also of one that was mapped only in part. */
    static EventHead of(byte[] event) {
        JsonNode root = tree(event);
        String source = text(root, "source");
        return new EventHead(text(root, "id"), source, lane(root), hall(root.path("payload"), source));
    }

    private static @Nullable String hall(JsonNode payload, @Nullable String source) {
        String named = text(payload, "hallCode");
        if (named != null || source == null || !source.startsWith(HALL_SAYS)) {
            return named;
        }
        return source.substring(HALL_SAYS.length());
    }

    private static JsonNode tree(byte[] event) {
        try {
            return event.length == 0 ? MissingNode.getInstance() : JSON.readTree(event);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String lane(JsonNode root) {
        String subject = text(root, "subject");
        if (subject != null) {
            return subject;
        }
        String alert = alertKey(root.path("payload"));
        return alert == null ? text(root, "peerReference") : alert;
    }

    private static @Nullable String alertKey(JsonNode payload) {
        String key = text(payload, "alertKey");
        if (key != null) {
            return key;
        }
        String hall = text(payload, "hallCode");
        String taskType = text(payload, "taskTypeId");
        String slotDate = text(payload, "slotDate");
        boolean whole = Stream.of(hall, taskType, slotDate).noneMatch(part -> part == null);
        return whole ? String.join("|", ALERT, hall, taskType, slotDate) : null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }
}
