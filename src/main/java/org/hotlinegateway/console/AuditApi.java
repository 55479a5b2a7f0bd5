package org.hotlinegateway.console;

import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.AuditBook;
import org.hotlinegateway.ledger.AuditChain;
import org.hotlinegateway.ledger.AuditEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who of the staff did what, for auditors, and whether it is all as it was written. */
@RestController
@RequestMapping(StaffAudit.STAFF + "/audit")
final class AuditApi {
    private final AuditBook audit;

    AuditApi(AuditBook audit) {
        this.audit = audit;
    }

    /** Lines after a number, oldest first. */
    @GetMapping
    List<AuditEntry> lines(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam Optional<String> by,
            @RequestParam(defaultValue = "100") int limit) {
        return audit.after(after, by, DeskApi.bounded(limit));
    }

    @GetMapping("/chain")
    AuditChain chain() {
        return audit.chain();
    }
}
