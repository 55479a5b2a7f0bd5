package org.hotlinegateway.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.Balances;
import org.hotlinegateway.ledger.DaySheet;
import org.hotlinegateway.ledger.Watched;
import org.hotlinegateway.ledger.Watches;
import org.hotlinegateway.ledger.Watches.Outage;

/** Looks after everything now and then, and raises the alarm; staff see the same. */
public final class Supervision {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_CHECKED = 7;

    private final Monitors monitors;
    private final OutageWatch outages;
    private final Watches watches;
    private final Balances balances;
    private final Alarm alarm;
    private final Clock clock;
    private volatile List<Monitor> seen = List.of();

    Supervision(Monitors monitors, OutageWatch outages, Watches watches, Balances balances, Alarm alarm, Clock clock) {
        this.monitors = monitors;
        this.outages = outages;
        this.watches = watches;
        this.balances = balances;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** What the monitors saw at the last look. */
    public List<Monitor> seen() {
        return seen;
    }

    /** Looks now. */
    public List<Monitor> monitors() {
        return monitors.look();
    }

    /** Outages of the past and present, newest first. */
    public List<Outage> outages(int limit) {
        return watches.outages(limit);
    }

    /** Balance sheets from one day to another, both inclusive. */
    public List<DaySheet> sheets(LocalDate from, LocalDate to) {
        return balances.sheets(from, to);
    }

    /** One look at everything; raises what is new. */
    public void look() {
        watches.feelPulses().join();
        outages.look();
        List<Monitor> now = monitors.look();
        seen = now;
        now.stream().filter(Monitor::isAlarming).forEach(this::raise);
    }

    private void raise(Monitor monitor) {
        if (monitor.name().equals("silent-peer")) {
            monitor.items().forEach(this::raiseSilence);
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("count", monitor.count());
        Optional.ofNullable(monitor.oldest()).ifPresent(oldest -> facts.put("oldest", local(oldest)));
        facts.put(
                "cases",
                monitor.items().stream().map(Watched.Item::caseNo).distinct().toList());
        String kind = monitor.name().equals("went-nowhere") ? "WENT_NOWHERE" : "MONITOR";
        alarm.raiseNowAndThen(kind, monitor.name(), monitor.title() + ":" + monitor.count() + " 件", facts);
    }

    private void raiseSilence(Watched.Item silent) {
        String name = "silent/" + silent.peer() + "/" + silent.since().toEpochMilli();
        String text = silent.peer() + " 自 " + local(silent.since()) + " 起没有任何来往";
        alarm.raise(name, "SILENT", String.valueOf(silent.peer()), text, Map.of("since", local(silent.since())));
    }

    /** Keeps the balance sheets of days that have ended; raises what does not balance. */
    public void keepSheets() {
        balances.keep();
        LocalDate today = clock.instant().atZone(BEIJING).toLocalDate();
        balances.sheets(today.minusDays(DAYS_CHECKED), today.minusDays(1)).stream()
                .filter(sheet -> !sheet.isBalanced())
                .forEach(sheet -> alarm.raiseNowAndThen(
                        "UNBALANCED",
                        sheet.kind() + "/" + sheet.peer() + "/" + sheet.day(),
                        "平衡表不平:" + sheet.day() + " " + sheet.peer(),
                        Map.of("accepted", sheet.accepted(), "delivered", sheet.delivered())));
    }

    private static String local(Instant at) {
        return at.atZone(BEIJING).toOffsetDateTime().toString();
    }
}
