package org.hotlinegateway.console;

import java.security.Principal;
import java.util.List;
import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.delivery.Desk;
import org.hotlinegateway.ledger.LedgerBalance;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.ledger.StoredMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for staff, and what they may do about it; nothing personal is shown. */
@RestController
@RequestMapping("/staff/api/v1")
final class StaffApi {
    private static final int MOST = 1000;
    private static final int REASON_AT_MOST = 200;

    private final Desk desk;
    private final Casework casework;

    StaffApi(Desk desk, Casework casework) {
        this.desk = desk;
        this.casework = casework;
    }

    /** Why staff act; kept with the attempt or the message. */
    record Because(@Nullable String reason) {
        String checked() {
            if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
                throw StaffProblem.noReason();
            }
            return reason.strip();
        }
    }

    @GetMapping("/deliveries/held")
    List<StoredDelivery> held(@RequestParam(defaultValue = "100") int limit) {
        return desk.held(bounded(limit));
    }

    @GetMapping("/messages/parked")
    List<ParkedMessage> parked(@RequestParam(defaultValue = "100") int limit) {
        return desk.parked(bounded(limit)).stream().map(this::shown).toList();
    }

    @GetMapping("/cases/{caseNo}/deliveries")
    List<StoredDelivery> deliveries(@PathVariable String caseNo) {
        return desk.deliveriesOf(caseNo).orElseThrow(() -> StaffProblem.notFound("The case"));
    }

    @GetMapping("/balance")
    LedgerBalance balance() {
        return desk.balance();
    }

    @PostMapping("/deliveries/{id}/replay")
    StoredDelivery replay(@PathVariable long id, @RequestBody Because because, Principal who) {
        delivery(id);
        if (!desk.replay(id, who.getName(), because.checked())) {
            throw StaffProblem.notWaiting("The delivery", "held");
        }
        return delivery(id);
    }

    @PostMapping("/deliveries/{id}/skip")
    StoredDelivery skip(@PathVariable long id, @RequestBody Because because, Principal who) {
        delivery(id);
        if (!desk.skip(id, who.getName(), because.checked())) {
            throw StaffProblem.notWaiting("The delivery", "held");
        }
        return delivery(id);
    }

    @PostMapping("/messages/{id}/replay")
    ParkedMessage replayMessage(@PathVariable long id, @RequestBody Because because, Principal who) {
        message(id);
        if (!desk.replayMessage(id, who.getName(), because.checked())) {
            throw StaffProblem.notWaiting("The message", "parked");
        }
        return message(id);
    }

    private StoredDelivery delivery(long id) {
        return desk.delivery(id).orElseThrow(() -> StaffProblem.notFound("The delivery"));
    }

    private ParkedMessage message(long id) {
        return desk.message(id).map(this::shown).orElseThrow(() -> StaffProblem.notFound("The message"));
    }

    private ParkedMessage shown(StoredMessage message) {
        return ParkedMessage.of(message, casework.needsPerson(message));
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
