package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Timer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the clock will do to a case as it stands, and the events that are then due. */
final class Timers {
    private final Rules rules;

    Timers(Rules rules) {
        this.rules = rules;
    }

    /** Kinds of timers of casework. */
    enum Kind {
        TRACKING_CARD,
        ALERT_CLEAR,
        AUTO_CLOSE,
        ARCHIVE
    }

    static Optional<Kind> kind(Timer timer) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(timer.kind())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Sets what the case now needs and removes what it no longer needs. */
    void adjust(LedgerTx tx, @Nullable Case was, Case after) {
        Map<Kind, OffsetDateTime> before = was == null ? Map.of() : wanted(was);
        Map<Kind, OffsetDateTime> wanted = wanted(after);
        before.keySet().stream()
                .filter(kind -> !wanted.containsKey(kind))
                .forEach(kind -> tx.unschedule(after.caseNo(), kind.name()));
        wanted.forEach((kind, due) -> {
            if (!due.equals(before.get(kind))) {
                tx.schedule(new Timer(after.caseNo(), kind.name(), due.toInstant()));
            }
        });
    }

    Map<Kind, OffsetDateTime> wanted(Case of) {
        Map<Kind, OffsetDateTime> wanted = new EnumMap<>(Kind.class);
        if (of.state() == State.AWAITING_SECOND_VISIT) {
            of.openTrackingCard().ifPresent(card -> wanted.put(Kind.TRACKING_CARD, dayAfter(card.validUntil())));
        }
        LocalDate alertDay = of.workings().alertSlotDate();
        if (alertDay != null) {
            wanted.put(Kind.ALERT_CLEAR, dayAfter(alertDay));
        }
        OffsetDateTime resolved = of.resolvedAt();
        if (of.state() == State.RESOLVED && of.orders().isEmpty() && !of.waitsForQuotaPolicy() && resolved != null) {
            rules.clocks()
                    .endOfWorkday(rules.closing().autoCloseWorkdays(), resolved)
                    .ifPresent(due -> wanted.put(Kind.AUTO_CLOSE, due));
        }
        OffsetDateTime closed = of.closedAt();
        if (State.ENDED.contains(of.state()) && closed != null) {
            wanted.put(Kind.ARCHIVE, closed.plusDays(rules.closing().archiveDays()));
        }
        return wanted;
    }

    private static OffsetDateTime dayAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay().atOffset(Json.BEIJING);
    }

    /** What happens when a timer of this kind is due. */
    static Event event(Kind kind, Case of, OffsetDateTime due) {
        ObjectNode payload = Json.object();
        return switch (kind) {
            case TRACKING_CARD -> {
                of.openTrackingCard().ifPresent(card -> payload.put("cardNo", card.cardNo()));
                yield made(EventType.TRACKING_CARD_EXPIRED, payload, due);
            }
            case ALERT_CLEAR -> made(EventType.NO_NUMBER_CLEARED, payload.put("alertKey", of.alertKey()), due);
            case AUTO_CLOSE -> made(EventType.CASE_CLOSED, payload.put("by", Event.GATEWAY), due);
            case ARCHIVE -> made(EventType.CASE_ARCHIVED, payload, due);
        };
    }

    private static Event made(EventType type, ObjectNode payload, OffsetDateTime due) {
        if (type != EventType.TRACKING_CARD_EXPIRED) {
            payload.put("at", Json.text(due));
        }
        return new Event(
                Event.SCHEMA, "", Event.GATEWAY, type.name(), null, null, null, null, due, null, payload, null);
    }
}
