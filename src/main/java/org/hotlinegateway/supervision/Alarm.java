package org.hotlinegateway.supervision;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotlinegateway.ledger.Alert;
import org.hotlinegateway.ledger.Alerts;
import org.hotlinegateway.ledger.Alerts.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Raises alerts, each once, and sends them on every way there is. What cannot be sent is tried again for three days; the
 * ledger keeps how far each is.
 */
public final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final int LONGEST_SHIFT = 7;
    private static final int AT_ONCE = 20;

    private final Alerts ledger;
    private final List<AlertWay> ways;
    private final Clock clock;
    private final Duration repeatAfter;

    Alarm(Alerts ledger, List<AlertWay> ways, Clock clock, Duration repeatAfter) {
        this.ledger = ledger;
        this.ways = List.copyOf(ways);
        this.clock = clock;
        this.repeatAfter = repeatAfter;
    }

    /** Raises what has a name of its own; false when it was raised before. */
    public boolean raise(String name, String kind, String subject, String text, Map<String, ?> facts) {
        List<String> names = ways.stream().map(AlertWay::name).toList();
        boolean first = ledger.raise(name, kind, subject, text, JSON.writeValueAsString(facts), names)
                .join();
        if (first) {
            LOG.warn("{} {}: {}", kind, subject, text);
        }
        return first;
    }

    /** Raises what may go on: not again within the time set for that. */
    boolean raiseNowAndThen(String kind, String subject, String text, Map<String, ?> facts) {
        Instant now = clock.instant();
        boolean lately = ledger.lastOf(kind, subject)
                .filter(last -> now.isBefore(last.plus(repeatAfter)))
                .isPresent();
        String name = kind + "/" + subject + "/" + now.getEpochSecond() / 60;
        return !lately && raise(name, kind, subject, text, facts);
    }

    /** A test that goes every way, so that somebody can look whether it arrives. */
    public String test(String by, String reason) {
        String name = "test/" + UUID.randomUUID();
        raise(name, "TEST", by, "试发的告警,不用处理。", Map.of("reason", reason));
        return name;
    }

    /** The newest alerts and how far they are. */
    public List<Alert> newest(int limit) {
        return ledger.alerts(limit);
    }

    /** Sends what is due; returns how many were taken by their receivers. */
    public int send() {
        int sent = 0;
        for (Due due : ledger.take(LEASE, AT_ONCE).join()) {
            sent += send(due) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(Due due) {
        try {
            for (AlertWay way : ways) {
                if (way.name().equals(due.way())) {
                    way.send(due.alert());
                    return ledger.sent(due).join();
                }
            }
            ledger.failed(due, "this way is not configured any more", null).join();
        } catch (IOException | RuntimeException e) {
            Instant again = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(due.tries(), LONGEST_SHIFT)));
            boolean spent = again.isAfter(due.alert().at().plus(TRIED_FOR));
            LOG.warn("alert {} not sent by {}: {}", due.alert().name(), due.way(), e.toString());
            ledger.failed(due, e.getMessage() == null ? e.toString() : e.getMessage(), spent ? null : again)
                    .join();
        }
        return false;
    }
}
