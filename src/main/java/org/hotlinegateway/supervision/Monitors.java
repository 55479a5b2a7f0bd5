package org.hotlinegateway.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hotlinegateway.calendar.CalendarMissing;
import org.hotlinegateway.calendar.OfficeHours;
import org.hotlinegateway.calendar.WorkingDays;
import org.hotlinegateway.casework.Rules;
import org.hotlinegateway.ledger.Watched;
import org.hotlinegateway.ledger.Watched.Item;
import org.hotlinegateway.ledger.Watches;
import org.hotlinegateway.ledger.Watches.Outage;
import org.hotlinegateway.ledger.Watches.Pulse;
import org.jspecify.annotations.Nullable;

/**
 * The standing monitors: sent without a number, near the deadline, a silent peer, closed but not told, no visit after the
 * result; and whether anything went nowhere. What needs a calendar that is missing says so instead of guessing.
 */
public final class Monitors {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Set<String> VISITED = Set.of("VISIT_RECORDED", "EVALUATION");
    private static final Set<String> AFTER_RESULT =
            Set.of("VISIT_RECORDED", "EVALUATION", "RESULT", "RESULT_REJECTED", "REDO_ORDERED");

    private final Watches watches;
    private final Supplier<Rules> rules;
    private final Collection<String> peers;
    private final Clock clock;
    private final MonitorSettings settings;
    private final OfficeHours hours;

    Monitors(Watches watches, Supplier<Rules> rules, Collection<String> peers, Clock clock, MonitorSettings settings) {
        this.watches = watches;
        this.rules = rules;
        this.peers = List.copyOf(peers);
        this.clock = clock;
        this.settings = settings;
        this.hours = new OfficeHours(
                settings.officeHours().stream().map(OfficeHours.Shift::parse).toList());
    }

    /** What all of them see now. */
    public List<Monitor> look() {
        return List.of(
                seen("no-number", "已发送,超时没有对方编号", this::withoutNumber),
                seen("near-deadline", "临近截止时间", this::nearDeadline),
                seen("silent-peer", "对接系统没有动静", this::silent),
                seen("closed-not-told", "已结案,窗口没有回执", this::notTold),
                seen("no-visit", "办结后没有回访或评价,或评价没有送达", this::withoutVisit),
                seen("went-nowhere", "收下以后没有下文", this::wentNowhere));
    }

    private Monitor seen(String name, String title, Supplier<Watched> look) {
        try {
            return Monitor.of(name, title, look.get(), settings.alarmAt().getOrDefault(name, 1));
        } catch (CalendarMissing e) {
            return Monitor.blind(name, title, "CALENDAR_MISSING: " + e.getMessage());
        }
    }

    private Watched withoutNumber() {
        Instant now = clock.instant();
        return watches.withoutNumber(
                now.minus(settings.lookBack()), now.minus(settings.numberAfter()), settings.listed());
    }

    private Watched nearDeadline() {
        LocalDate day = days().plus(today(), settings.deadlineWorkdays());
        return watches.deadlineUntil(endOf(day), settings.listed());
    }

    private Watched silent() {
        Instant now = clock.instant();
        List<Item> silent = new ArrayList<>();
        for (Pulse pulse : watches.pulses()) {
            Instant last = last(pulse);
            boolean watched =
                    peers.contains(pulse.peer()) && !settings.silenceExpected().contains(pulse.peer());
            if (watched && last != null && isSilent(last, now)) {
                silent.add(new Item(null, pulse.peer(), "SILENT", last));
            }
        }
        silent.sort(Comparator.comparing(Item::since));
        return new Watched(
                silent.size(), silent.isEmpty() ? null : silent.get(0).since(), silent);
    }

    private boolean isSilent(Instant last, Instant now) {
        Duration enough = settings.silentAfter();
        return hours.between(last, now, days(), enough).compareTo(enough) >= 0;
    }

    private static @Nullable Instant last(Pulse pulse) {
        Instant heard = pulse.heardAt();
        Instant answered = pulse.answeredAt();
        if (heard == null || answered == null) {
            return heard == null ? answered : heard;
        }
        return heard.isAfter(answered) ? heard : answered;
    }

    private Watched notTold() {
        Instant before = clock.instant().minus(settings.toldAfter());
        return watches.open(settings.toldPeer(), Set.of("CASE_CLOSED"), before, settings.listed());
    }

    private Watched withoutVisit() {
        LocalDate day = days().plus(today(), -settings.visitWorkdays());
        Instant before = day.atTime(LocalTime.MIN).atZone(BEIJING).toInstant();
        Instant since = before.minus(settings.lookBack());
        Watched missing = watches.withoutAfterResult(AFTER_RESULT, since, before, settings.listed());
        return sum(missing, watches.held(VISITED, settings.listed()));
    }

    private Watched wentNowhere() {
        Instant now = clock.instant();
        Instant before = now.minus(settings.nowhereAfter());
        Watched sum = watches.undecided(before, settings.listed());
        List<String> away = watches.openOutages().stream().map(Outage::peer).toList();
        sum = sum(sum, watches.untried(before, away, settings.listed()));
        for (String type : settings.mustBeTold()) {
            sum = sum(sum, watches.untold(type, now.minus(settings.lookBack()), before, settings.listed()));
        }
        return sum;
    }

    private Watched sum(Watched one, Watched other) {
        List<Item> items = new ArrayList<>(one.items());
        items.addAll(other.items());
        items.sort(Comparator.comparing(Item::since));
        return new Watched(
                one.count() + other.count(),
                items.isEmpty() ? null : items.get(0).since(),
                List.copyOf(items.subList(0, Math.min(items.size(), settings.listed()))));
    }

    private WorkingDays days() {
        return rules.get().workingDays();
    }

    private LocalDate today() {
        return clock.instant().atZone(BEIJING).toLocalDate();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }
}
