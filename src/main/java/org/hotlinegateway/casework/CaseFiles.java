package org.hotlinegateway.casework;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hotlinegateway.ledger.NamedAttachment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files of a case: which a message names, what one that is kept changes, and who is sent it. A hotline is sent files only
 * once it has given the order its number; those kept before that are owed to it then. Files of a secret case stay.
 */
final class CaseFiles {
    private static final String LIST = "attachments";
    private static final String FROM = "from";

    private CaseFiles() {}

    /** The files that a peer's event names. */
    static List<NamedAttachment> named(Event event) {
        if (event.isFromGateway() || !event.payload().path(LIST).isArray()) {
            return List.of();
        }
        return event.payload()
                .path(LIST)
                .valueStream()
                .filter(file -> !file.path("id").asString("").isBlank())
                .map(file -> new NamedAttachment(file.path("id").asString(), described(file), hasAddress(file)))
                .toList();
    }

    private static byte[] described(JsonNode file) {
        return Json.bytes(file);
    }

    private static boolean hasAddress(JsonNode file) {
        return !file.path(FROM).asString("").isBlank();
    }

    /** An event as it is told: where a peer keeps its files is nobody else's business. */
    static Event withoutAddresses(Event event) {
        if (!event.payload().path(LIST).isArray()) {
            return event;
        }
        ObjectNode payload = event.payload().deepCopy();
        payload.path(LIST).valueStream().filter(JsonNode::isObject).forEach(file -> ((ObjectNode) file).remove(FROM));
        return event.withPayload(payload);
    }

    /** Puts a kept file in the place of its mention, or adds it. */
    static void kept(CaseDraft draft, Situation s) {
        Attachment kept = Json.read(s.event().payload(), Attachment.class);
        List<Attachment> all = new ArrayList<>(draft.attachments);
        int mentioned = all.stream().map(Attachment::id).toList().indexOf(kept.id());
        if (mentioned < 0) {
            all.add(kept);
        } else {
            all.set(mentioned, kept);
        }
        draft.attachments = List.copyOf(all);
    }

    static Set<Audience> receivers(Situation s) {
        Case known = s.known();
        if (known.secret()) {
            return Set.of();
        }
        Order order = known.currentOrder().orElse(null);
        boolean fromHotline = order != null && order.peer().equals(s.text(FROM));
        if (fromHotline) {
            return EnumSet.of(Audience.WINDOW);
        }
        return order == null || order.orderNo() == null ? Set.of() : EnumSet.of(Audience.HOTLINE);
    }

    /** The files kept before the hotline gave the order its number. */
    static List<Event> owed(Case of, String causeId, Rules rules, Occasion occasion) {
        boolean takes = of.currentOrder()
                .filter(order -> rules.takesFiles(order.peer()))
                .isPresent();
        if (!takes || of.secret()) {
            return List.of();
        }
        return of.attachments().stream()
                .filter(file -> file.location() != null)
                .map(file -> Notes.made(EventType.ATTACHMENT_KEPT, Json.tree(file), causeId, occasion.now()))
                .toList();
    }
}
