package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes fields out of a document as long as it still shows the fault.
 *
 * @param shows whether a document shows it
 */
record Smaller(Predicate<String> shows) {
    String of(String document) {
        JsonNode tree = Message.JSON.readTree(document);
        boolean smaller = true;
        while (smaller) {
            smaller = pruned(tree, tree);
        }
        return Message.JSON.writeValueAsString(tree);
    }

    private boolean showsStill(JsonNode root) {
        return shows.test(Message.JSON.writeValueAsString(root));
    }

    private boolean pruned(JsonNode at, JsonNode root) {
        boolean any = false;
        if (at instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                any |= without(object, name, root);
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                any |= without(array, i, root);
            }
        }
        for (JsonNode child : new ArrayList<>(at.values())) {
            any |= pruned(child, root);
        }
        return any;
    }

    private boolean without(ObjectNode object, String name, JsonNode root) {
        JsonNode before = object.deepCopy();
        object.remove(name);
        if (showsStill(root)) {
            return true;
        }
        object.setAll((ObjectNode) before);
        return false;
    }

    private boolean without(ArrayNode array, int position, JsonNode root) {
        JsonNode before = array.remove(position);
        if (showsStill(root)) {
            return true;
        }
        array.insert(position, before);
        return false;
    }
}
