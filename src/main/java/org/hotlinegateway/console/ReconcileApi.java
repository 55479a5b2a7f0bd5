package org.hotlinegateway.console;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.hotlinegateway.delivery.Reconciliation;
import org.hotlinegateway.ledger.Finding;
import org.hotlinegateway.ledger.Finding.Cure;
import org.hotlinegateway.ledger.ReconcileRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation for staff: begin, progress, findings and decisions; nothing personal is shown. */
@RestController
@RequestMapping("/staff/api/v1/reconciliations")
final class ReconcileApi {
    private static final int MOST = 1000;

    private final Reconciliation reconciliation;

    ReconcileApi(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** What to compare, and why. */
    record Wanted(
            @Nullable String peer,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until,
            @Nullable String reason) {}

    /** The runs, and the peers that cannot be asked for a list. */
    record Overview(List<ReconcileRun> runs, List<String> withoutList) {}

    @GetMapping
    Overview runs(@RequestParam(required = false) @Nullable String peer, @RequestParam(defaultValue = "50") int limit) {
        return new Overview(reconciliation.runs(peer, bounded(limit)), reconciliation.withoutList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReconcileRun start(@RequestBody Wanted wanted, Principal who) {
        String reason = new StaffApi.Because(wanted.reason()).checked();
        if (wanted.peer() == null || wanted.since() == null || wanted.until() == null) {
            throw StaffProblem.noPeriod("Expected peer, since and until, times with offset.");
        }
        try {
            return reconciliation.start(
                    wanted.peer(), wanted.since().toInstant(), wanted.until().toInstant(), who.getName(), reason);
        } catch (IllegalArgumentException e) {
            throw StaffProblem.noPeriod(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping("/{id}")
    ReconcileRun run(@PathVariable long id) {
        return reconciliation.run(id).orElseThrow(() -> StaffProblem.notFound("The reconciliation"));
    }

    @GetMapping("/findings")
    List<Finding> findings(
            @RequestParam(required = false) @Nullable String peer,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "100") int limit) {
        return reconciliation.findings(peer, open, bounded(limit));
    }

    @PostMapping("/findings/{id}/resend")
    Finding resend(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return decided(id, Cure.RESEND, because, who);
    }

    @PostMapping("/findings/{id}/adopt")
    Finding adopt(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return decided(id, Cure.ADOPT, because, who);
    }

    @PostMapping("/findings/{id}/dismiss")
    Finding dismiss(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return decided(id, Cure.DESK, because, who);
    }

    private Finding decided(long id, Cure cure, StaffApi.Because because, Principal who) {
        if (reconciliation.finding(id).isEmpty()) {
            throw StaffProblem.notFound("The finding");
        }
        return reconciliation
                .decide(id, cure, who.getName(), because.checked())
                .orElseThrow(() -> StaffProblem.notWaiting("The finding", "open, or its delivery does not allow this"));
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
