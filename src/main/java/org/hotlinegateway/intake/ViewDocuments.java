package org.hotlinegateway.intake;

import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.InboundView;
import org.hotlinegateway.peer.PeerProfile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a view's mapping reads ({@code view.schema.json}): the rows of a code table, or one thing that was asked for. */
@Component
final class ViewDocuments {
    private static final String UNTOLD = "workings";

    private final JsonMapper json = JsonMapper.shared();
    private final Commits commits;
    private final MappingSets mappings;

    ViewDocuments(Commits commits, MappingSets mappings) {
        this.commits = commits;
        this.mappings = mappings;
    }

    /** The rows of the view's table as it is live now. */
    byte[] rows(InboundView view) {
        ObjectNode document = json.createObjectNode();
        document.set(
                "rows",
                json.valueToTree(
                        mappings.current().table(String.valueOf(view.rows())).byColumn()));
        return json.writeValueAsBytes(document);
    }

    /** The case that the peer knows under this number, or its message when there is no case yet. */
    byte[] one(PeerProfile asker, String number) {
        ObjectNode found = commits.read(ledger -> found(ledger, asker.code(), number))
                .orElseThrow(() -> new Refusal(
                        ProblemCode.CASE_NOT_FOUND, "There is nothing of this number, or it is not this peer's."));
        ObjectNode document = json.createObjectNode().put("asked", number);
        document.putArray("found").add(found);
        return json.writeValueAsBytes(document);
    }

    /** Of several numbers those that the peer knows, in their order. */
    byte[] some(PeerProfile asker, List<String> numbers) {
        ObjectNode document = json.createObjectNode();
        ArrayNode found = document.putArray("found");
        numbers.forEach(number ->
                commits.read(ledger -> found(ledger, asker.code(), number)).ifPresent(found::add));
        return json.writeValueAsBytes(document);
    }

    private Optional<ObjectNode> found(Ledger ledger, String peer, String number) {
        return ledger.caseNoOf(peer, number)
                .flatMap(ledger::findCase)
                .map(stored -> found(stored, number))
                .or(() -> ledger.messageByReceipt(number)
                        .filter(message -> message.peer().equals(peer))
                        .map(message -> found(message, number)));
    }

    private ObjectNode found(StoredCase stored, String number) {
        ObjectNode value = (ObjectNode) json.readTree(stored.document());
        value.remove(UNTOLD);
        ObjectNode found = json.createObjectNode()
                .put("subject", stored.caseNo())
                .put("peerReference", number)
                .put("occurredAt", CaseFile.beijing(stored.updatedAt()))
                .put("stateAfter", stored.state());
        found.set("case", value);
        return found;
    }

    private ObjectNode found(StoredMessage message, String number) {
        String at = CaseFile.beijing(message.receivedAt());
        return json.createObjectNode()
                .put("peerReference", number)
                .put("occurredAt", at)
                .put("receivedAt", at);
    }
}
