package org.hotlinegateway.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerBalance.Lane;
import org.hotlinegateway.ledger.Watches;
import org.hotlinegateway.ledger.Watches.Outage;
import org.hotlinegateway.ledger.Watches.Pulse;

/**
 * Tells of a peer that gives no answer: once at the beginning, now and then while it lasts, and once when it is over and all
 * that waited is out, with figures. What it knows is in the ledger; two gateways tell it once.
 */
final class OutageWatch {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Watches watches;
    private final Ledger ledger;
    private final Alarm alarm;
    private final Clock clock;
    private final AlertSettings settings;

    OutageWatch(Watches watches, Ledger ledger, Alarm alarm, Clock clock, AlertSettings settings) {
        this.watches = watches;
        this.ledger = ledger;
        this.alarm = alarm;
        this.clock = clock;
        this.settings = settings;
    }

    void look() {
        List<Lane> lanes = ledger.open().deliveries();
        List<Outage> open = watches.openOutages();
        for (Pulse pulse : watches.pulses()) {
            Optional<Outage> lasting = open.stream()
                    .filter(outage -> outage.peer().equals(pulse.peer()) && outage.backAt() == null)
                    .findFirst();
            if (lasting.isPresent()) {
                goOn(lasting.get(), pulse, lanes);
            } else if (isOut(pulse)) {
                begin(pulse, lanes);
            }
        }
        open.stream().filter(outage -> outage.backAt() != null).forEach(outage -> end(outage, lanes));
    }

    private boolean isOut(Pulse pulse) {
        Instant since = pulse.failingSince();
        return since != null && !clock.instant().isBefore(since.plus(settings.outageAfter()));
    }

    private void begin(Pulse pulse, List<Lane> lanes) {
        Instant since = pulse.failingSince() == null ? clock.instant() : pulse.failingSince();
        Outage outage = new Outage(pulse.peer(), since, null, null, waiting(pulse.peer(), lanes));
        raise(outage, "begun", "OUTAGE_BEGUN", "联系不上,%d 件在等".formatted(outage.waited()));
        watches.keep(outage).join();
    }

    private void goOn(Outage outage, Pulse pulse, List<Lane> lanes) {
        long waiting = Math.max(outage.waited(), waiting(outage.peer(), lanes));
        Instant back = pulse.failingSince() == null ? pulse.answeredAt() : null;
        Outage now = new Outage(outage.peer(), outage.since(), back, null, waiting);
        if (!now.equals(outage)) {
            watches.keep(now).join();
        }
        long times = Duration.between(outage.since(), clock.instant()).dividedBy(settings.remindEvery());
        if (back == null && times > 0) {
            raise(now, "reminder/" + times, "OUTAGE_LASTS", "仍然联系不上,%d 件在等".formatted(waiting));
        }
    }

    private void end(Outage outage, List<Lane> lanes) {
        Instant back = outage.backAt() == null ? clock.instant() : outage.backAt();
        boolean drained = lanes.stream()
                .filter(lane -> lane.peer().equals(outage.peer()) && isOnItsWay(lane))
                .allMatch(lane -> lane.oldest() == null || !lane.oldest().isBefore(back));
        boolean late = !clock.instant().isBefore(back.plus(settings.drainWithin()));
        if (!drained && !late) {
            return;
        }
        Outage over = new Outage(outage.peer(), outage.since(), back, clock.instant(), outage.waited());
        long left = drained ? 0 : waiting(outage.peer(), lanes);
        String minutes = minutes(Duration.between(over.since(), back));
        String out = drained ? "已全部发出" : "还有 " + left + " 件没有发出";
        raise(over, "over", "OUTAGE_OVER", "恢复了,停了 %s,等过 %d 件,%s".formatted(minutes, over.waited(), out));
        watches.keep(over).join();
    }

    private void raise(Outage outage, String step, String kind, String text) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("since", local(outage.since()));
        facts.put("waited", outage.waited());
        Optional.ofNullable(outage.backAt()).ifPresent(back -> {
            facts.put("backAt", local(back));
            facts.put("outSeconds", Duration.between(outage.since(), back).toSeconds());
        });
        Optional.ofNullable(outage.drainedAt()).ifPresent(at -> facts.put("drainedAt", local(at)));
        String name = "outage/" + outage.peer() + "/" + outage.since().toEpochMilli() + "/" + step;
        alarm.raise(name, kind, outage.peer(), outage.peer() + " 自 " + local(outage.since()) + " 起" + text, facts);
    }

    private static long waiting(String peer, List<Lane> lanes) {
        return lanes.stream()
                .filter(lane -> lane.peer().equals(peer) && isOnItsWay(lane))
                .mapToLong(Lane::count)
                .sum();
    }

    private static boolean isOnItsWay(Lane lane) {
        return lane.state() == DeliveryState.READY || lane.state() == DeliveryState.CLAIMED;
    }

    private static String minutes(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " 分钟" : time.toSeconds() + " 秒";
    }

    private static String local(Instant at) {
        return at.atZone(BEIJING).toOffsetDateTime().toString();
    }
}
