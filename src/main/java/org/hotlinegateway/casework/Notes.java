package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import tools.jackson.databind.node.ObjectNode;

/** Events the gateway makes itself, and what it adds to those of others. */
final class Notes {
    private static final int ID_LENGTH = 64;

    private Notes() {}

    /** An event made by the gateway because of another one. */
    static Event made(EventType type, ObjectNode payload, String causeId, Occasion occasion) {
        String id = type == EventType.HANDED_OFF
                ? occasion.handoffIds().get()
                : occasion.eventIds().get();
        return made(id, type, payload, causeId, occasion.now());
    }

    static Event made(String id, EventType type, ObjectNode payload, String causeId, OffsetDateTime at) {
        return new Event(
                Event.SCHEMA, id, Event.GATEWAY, type.name(), null, null, causeId, null, at, at, payload, null);
    }

    static Event note(Event of, String text, String cause, Occasion occasion) {
        ObjectNode payload = Json.object()
                .put("text", text)
                .put("ofEventId", of.id().substring(0, Math.min(of.id().length(), ID_LENGTH)))
                .put("cause", cause);
        return made(EventType.NOTE_ADDED, payload, of.id(), occasion);
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
        return withPayload(s.event(), payload);
    }

    private static Event withPayload(Event event, ObjectNode payload) {
        return new Event(
                event.schema(),
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.peerReference(),
                event.correlationId(),
                event.version(),
                event.occurredAt(),
                event.receivedAt(),
                payload,
                event.ext());
    }
}
