package org.hotlinegateway.console;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.Alert;
import org.hotlinegateway.ledger.DaySheet;
import org.hotlinegateway.ledger.Watches.Outage;
import org.hotlinegateway.supervision.Alarm;
import org.hotlinegateway.supervision.Monitor;
import org.hotlinegateway.supervision.Supervision;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Standing monitors, balance sheets, outages and alerts for staff; nothing personal is shown. */
@RestController
@RequestMapping("/staff/api/v1")
final class MonitorsApi {
    private static final int MOST = 1000;

    private final Supervision supervision;
    private final Alarm alarm;

    MonitorsApi(Supervision supervision, Alarm alarm) {
        this.supervision = supervision;
        this.alarm = alarm;
    }

    @GetMapping("/monitors")
    List<Monitor> monitors() {
        return supervision.monitors();
    }

    @GetMapping("/balance/days")
    List<DaySheet> days(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from)) {
            throw StaffProblem.noPeriod("from, to: expected two days such as 2021-09-08, the earlier first.");
        }
        return supervision.sheets(from, to);
    }

    @GetMapping("/outages")
    List<Outage> outages(@RequestParam(defaultValue = "50") int limit) {
        return supervision.outages(bounded(limit));
    }

    @GetMapping("/alerts")
    List<Alert> alerts(@RequestParam(defaultValue = "50") int limit) {
        return alarm.newest(bounded(limit));
    }

    /** Sends an alert on every way that is configured, to look whether it arrives. */
    @PostMapping("/alerts/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> test(@RequestBody StaffApi.Because because, Principal who) {
        return Map.of("id", alarm.test(who.getName(), because.checked()));
    }

    private static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
