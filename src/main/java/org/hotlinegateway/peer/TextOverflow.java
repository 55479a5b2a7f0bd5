package org.hotlinegateway.peer;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that may be longer than a peer's field: what does not fit follows in messages of its own. It is cut behind a
 * sentence, a comma or a space near the end of the room, so that words stay whole.
 *
 * @param field where the text stands in the delivery document, for example {@code case.content}
 * @param events event types whose message carries it
 * @param characters how many characters (code points) the peer's field takes
 */
public record TextOverflow(
        @NotBlank(message = "write where the text stands, for example case.content")
        String field,

        @NotEmpty(message = "write the event types whose message carries the text, for example HANDED_OFF")
        Set<String> events,

        @Min(value = 10, message = "write how many characters the peer's field takes, 10 or more")
        int characters) {
    private static final String ENDS = "。!?;!?;.\n,, ";
    private static final int LOOKED_BACK = 10;

    /** The pieces of the text in a delivery document, one when it fits. */
    public List<String> piecesIn(byte[] document) {
        return document.length <= characters ? List.of("") : pieces(textIn(document));
    }

    /** The text in a delivery document; empty when it has none. */
    public String textIn(byte[] document) {
        JsonNode node = JsonMapper.shared().readTree(document);
        for (String name : field.split("\\.")) {
            node = node.path(name);
        }
        return node.isString() ? node.stringValue() : "";
    }

    /** The pieces of a text, one when it fits; put together they are the text. */
    public List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.codePointCount(from, text.length()) > characters) {
            int to = end(text, from);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return List.copyOf(pieces);
    }

    private int end(String text, int from) {
        int room = text.offsetByCodePoints(from, characters);
        int earliest = text.offsetByCodePoints(from, characters - characters / LOOKED_BACK);
        for (int at = room; at > earliest; at--) {
            if (ENDS.indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return room;
    }

    /**
     * The piece that a part carries.
     *
     * @param number 1 for the first
     * @param of how many parts there are; the last carries the rest
     */
    public String piece(String text, int number, int of) {
        List<String> pieces = pieces(text);
        if (number == of) {
            return String.join("", pieces.subList(Math.min(number - 1, pieces.size()), pieces.size()));
        }
        return number <= pieces.size() ? pieces.get(number - 1) : "";
    }
}
