package org.hotlinegateway.delivery;

import org.hotlinegateway.peer.Answer;
import org.hotlinegateway.peer.Answer.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the canonical answer document that a peer's answer mapping writes. */
public final class Answers {
    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException when the document has no outcome of the five
     */
    public static Answer parse(byte[] document) {
        JsonNode root = tree(document);
        JsonNode event = root.path("event");
        boolean hasEvent = event.hasNonNull("type");
        return new Answer(
                verdict(root),
                root.path("duplicate").asBoolean(false),
                text(root, "peerReference"),
                text(root, "code"),
                text(root, "text"),
                hasEvent ? text(event, "type") : null,
                hasEvent ? JSON.writeValueAsBytes(event.path("payload")) : null);
    }

    private static JsonNode tree(byte[] document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the answer document is no JSON");
        }
    }

    private static Verdict verdict(JsonNode root) {
        String outcome = text(root, "outcome");
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(outcome)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException(
                "the answer document's outcome is none of ACKNOWLEDGED, REFUSED, RETRY, UNKNOWN, ABSENT");
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
