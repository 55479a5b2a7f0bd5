package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import tools.jackson.databind.node.ObjectNode;

/** Events the gateway makes itself, and what it adds to those of others. */
final class Notes {
    private static final int ID_LENGTH = 64;

    private Notes() {}

    /** An event made by the gateway because of another one; the ledger gives it its id. */
    static Event made(EventType type, ObjectNode payload, String causeId, OffsetDateTime at) {
        return new Event(
                Event.SCHEMA, "", Event.GATEWAY, type.name(), null, null, causeId, null, at, at, payload, null);
    }

    static Event note(Event of, String text, String cause, Occasion occasion) {
        ObjectNode payload = Json.object()
                .put("text", text)
                .put("ofEventId", of.id().substring(0, Math.min(of.id().length(), ID_LENGTH)))
                .put("cause", cause);
        return made(EventType.NOTE_ADDED, payload, of.causeId(), occasion.now());
    }

    static String text(Event note) {
        return note.payload().path("text").asString("");
    }

    /** The event with what only the gateway knows: whether a result is on time, which deadline an extension moves. */
    static Event completed(Situation s) {
        ObjectNode payload = s.event().payload().deepCopy();
        OffsetDateTime deadline = s.known().deadline();
        if (s.type() == EventType.RESULT && deadline != null) {
            payload.put("onTime", !s.at().isAfter(deadline));
        }
        if (s.type() == EventType.EXTENSION_GRANTED && deadline != null && s.text("oldDeadline") == null) {
            payload.put("oldDeadline", Json.text(deadline));
        }
        return s.event().withPayload(payload);
    }
}
