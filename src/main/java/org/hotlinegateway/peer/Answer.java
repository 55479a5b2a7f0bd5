package org.hotlinegateway.peer;

import org.jspecify.annotations.Nullable;

/**
 * A peer's answer to a delivery, judged by the peer's own success predicate (its answer mapping).
 *
 * @param verdict acknowledged, refused, to be tried again, unknown, or (asked about by key) not there
 * @param duplicate the peer had it already
 * @param peerReference the number the peer gave, or null
 * @param code the peer's code, or null
 * @param text the peer's sentence, or null
 * @param eventType type of the event this answer is for the case, for example ORDER_LINKED, or null
 * @param eventPayload that event's payload as JSON, or null
 */
public record Answer(
        Verdict verdict,
        boolean duplicate,
        @Nullable String peerReference,
        @Nullable String code,
        @Nullable String text,
        @Nullable String eventType,
        byte @Nullable [] eventPayload) {
    /** The peer's side after the attempt, as far as it can be known. */
    public enum Verdict {
        ACKNOWLEDGED,
        REFUSED,
        RETRY,
        UNKNOWN,
        /** Only in answer to a question by key: the peer does not have it. */
        ABSENT
    }
}
