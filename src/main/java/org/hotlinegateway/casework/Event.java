package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened to a case, as its source told it ({@code case-event/1}).
 *
 * @param id unique per source
 * @param source {@code peer:instance}, or {@code gateway}
 * @param type an {@link EventType}, or a name the gateway does not know
 * @param subject case number if the source knows it
 * @param peerReference number of the case at the source
 * @param correlationId id of the event that caused this one
 * @param version strictly rising per source and case
 * @param payload fields by type; never changed once the event is made
 * @param ext what has no canonical home
 */
public record Event(
        String schema,
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable String peerReference,
        @Nullable String correlationId,
        @Nullable Long version,
        OffsetDateTime occurredAt,
        @Nullable OffsetDateTime receivedAt,
        ObjectNode payload,
        @Nullable ObjectNode ext) {

    static final String SCHEMA = "case-event/1";
    static final String GATEWAY = "gateway";

    /** Code of the peer in {@link #source}, or {@code gateway}. */
    String peer() {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    /** The sender's own number of the case; null when it names none. */
    @Nullable
    PeerReference reference() {
        return peerReference == null ? null : new PeerReference(peer(), peerReference);
    }

    boolean isFromGateway() {
        return source.equals(GATEWAY);
    }

    /** Id under which the consequences of this event name their cause. */
    String causeId() {
        return isFromGateway() && correlationId != null ? correlationId : id;
    }

    Event withId(String given) {
        return new Event(
                schema,
                given,
                source,
                type,
                subject,
                peerReference,
                correlationId,
                version,
                occurredAt,
                receivedAt,
                payload,
                ext);
    }

    Event withSubject(String caseNo) {
        return new Event(
                schema,
                id,
                source,
                type,
                caseNo,
                peerReference,
                correlationId,
                version,
                occurredAt,
                receivedAt,
                payload,
                ext);
    }

    Event withPayload(ObjectNode changed) {
        return new Event(
                schema,
                id,
                source,
                type,
                subject,
                peerReference,
                correlationId,
                version,
                occurredAt,
                receivedAt,
                changed,
                ext);
    }

    Event receivedAt(OffsetDateTime at) {
        return new Event(
                schema, id, source, type, subject, peerReference, correlationId, version, occurredAt, at, payload, ext);
    }
}
