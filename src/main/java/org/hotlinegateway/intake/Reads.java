package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.peer.PeerProfile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers a peer's questions about its own cases and messages; what is not its own does not exist for it. */
@RestController
final class Reads {
    private final Gatekeeper gatekeeper;
    private final Commits commits;

    Reads(Gatekeeper gatekeeper, Commits commits) {
        this.gatekeeper = gatekeeper;
        this.commits = commits;
    }

    @GetMapping("/api/v1/cases/{caseNo}")
    CaseSummary caseSummary(@PathVariable String caseNo, HttpServletRequest request) {
        List<PeerProfile> askers = gatekeeper.askers(request);
        return commits.read(ledger -> ledger.findCase(caseNo)
                .map(CaseFile::new)
                .filter(file -> askers.stream().anyMatch(file::isVisibleTo))
                .map(file -> file.summary(ledger))
                .orElseThrow(() ->
                        new Refusal(ProblemCode.CASE_NOT_FOUND, "There is no such case, or it is not this peer's.")));
    }

    @GetMapping("/api/v1/receipts/{id}")
    ReceiptState receipt(@PathVariable String id, HttpServletRequest request) {
        List<String> askers =
                gatekeeper.askers(request).stream().map(PeerProfile::code).toList();
        return commits.read(ledger -> ledger.messageByReceipt(id)
                .filter(message -> askers.contains(message.peer()))
                .map(message -> state(message, ledger))
                .orElseThrow(() -> new Refusal(
                        ProblemCode.RECEIPT_NOT_FOUND, "There is no such receipt, or it is not this peer's.")));
    }

    private static ReceiptState state(StoredMessage message, Ledger ledger) {
        String caseNo = ledger.findCase(message.lane())
                .map(StoredCase::caseNo)
                .or(() -> ledger.caseNoOf(message.peer(), message.lane()))
                .orElse(null);
        return new ReceiptState(
                message.receipt(),
                message.peer(),
                message.name(),
                message.messageKey(),
                CaseFile.beijing(message.receivedAt()),
                message.state().name(),
                message.reason(),
                caseNo);
    }
}
