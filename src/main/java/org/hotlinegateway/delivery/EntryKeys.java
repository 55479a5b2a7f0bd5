package org.hotlinegateway.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotlinegateway.ledger.OurEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the key under which an event was sent to a peer: {@code GW-{subject}-{seq}}, with paths into the delivered event;
 * {@code {correlationId|id}} takes the first that is there, {@code orders[-1]} the last of a list.
 */
final class EntryKeys {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(-?\\d+)]");

    private final Map<String, String> byType;

    EntryKeys(Map<String, String> byType) {
        this.byType = byType;
    }

    /** The key; empty when the event has nothing to make it of. */
    Optional<String> of(OurEntry entry) {
        String template = byType.getOrDefault(entry.eventType(), byType.get("other"));
        return template == null ? Optional.empty() : filled(template, JSON.readTree(entry.document()));
    }

    private static Optional<String> filled(String template, JsonNode event) {
        Matcher hole = HOLE.matcher(template);
        StringBuilder key = new StringBuilder();
        while (hole.find()) {
            Optional<String> value = first(hole.group(1), event);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            hole.appendReplacement(key, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(hole.appendTail(key).toString());
    }

    private static Optional<String> first(String paths, JsonNode event) {
        for (String path : paths.split("\\|")) {
            JsonNode found = at(path, event);
            if (found.isValueNode() && !found.isNull() && !found.asString().isEmpty()) {
                return Optional.of(found.asString());
            }
        }
        return Optional.empty();
    }

    private static JsonNode at(String path, JsonNode event) {
        JsonNode node = event;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            node = step.group(1) != null ? node.path(step.group(1)) : element(node, Integer.parseInt(step.group(2)));
        }
        return node;
    }

    private static JsonNode element(JsonNode list, int index) {
        return list.path(index < 0 ? list.size() + index : index);
    }
}
