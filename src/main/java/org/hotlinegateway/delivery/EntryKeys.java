package org.hotlinegateway.delivery;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> OUR_NUMBERS = Set.of("id", "seq");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(-?\\d+)]");

    private final Map<String, String> byType;

    EntryKeys(Map<String, String> byType) {
        this.byType = byType;
    }

    /** The key; empty when the event has nothing to make it of. */
    Optional<String> of(OurEntry entry) {
        return template(entry).flatMap(template -> filled(template, JSON.readTree(entry.document())));
    }

    /** Whether the key holds a number that the gateway gave: the event's sequence or its id. */
    boolean isOfOurNumbers(OurEntry entry) {
        JsonNode event = JSON.readTree(entry.document());
        return template(entry).stream()
                .flatMap(template -> HOLE.matcher(template).results())
                .map(hole -> taken(hole.group(1), event))
                .flatMap(Optional::stream)
                .anyMatch(OUR_NUMBERS::contains);
    }

    private Optional<String> template(OurEntry entry) {
        return Optional.ofNullable(byType.getOrDefault(entry.eventType(), byType.get("other")));
    }

    private static Optional<String> filled(String template, JsonNode event) {
        Matcher hole = HOLE.matcher(template);
        StringBuilder key = new StringBuilder();
        while (hole.find()) {
            Optional<String> value =
                    taken(hole.group(1), event).map(path -> at(path, event).asString());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            hole.appendReplacement(key, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(hole.appendTail(key).toString());
    }

    /** The first path that leads to a value. */
    private static Optional<String> taken(String paths, JsonNode event) {
        return Arrays.stream(paths.split("\\|"))
                .filter(path -> isThere(at(path, event)))
                .findFirst();
    }

    private static boolean isThere(JsonNode found) {
        return found.isValueNode() && !found.isNull() && !found.asString().isEmpty();
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
