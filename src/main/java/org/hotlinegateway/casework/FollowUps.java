package org.hotlinegateway.casework;

import static org.hotlinegateway.casework.EventType.CASE_ACCEPTED;
import static org.hotlinegateway.casework.EventType.CASE_CLOSED;
import static org.hotlinegateway.casework.EventType.HANDED_OFF;
import static org.hotlinegateway.casework.EventType.NO_NUMBER_CLEARED;
import static org.hotlinegateway.casework.EventType.RETURN_REQUESTED;
import static org.hotlinegateway.casework.EventType.SLOT_REQUESTED;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hotlinegateway.casework.Case.Cause;
import org.hotlinegateway.casework.Case.Handling;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the gateway does by itself after an entry: accept, hand off, ask for a slot, clear an alert, close. Rules that
 * react to changed times (cards) join here.
 */
final class FollowUps {
    private final Step step;
    private final Case now;
    private final String causeId;
    private final Rules rules;
    private final Occasion occasion;
    private final List<Event> made = new ArrayList<>();

    private FollowUps(Step step, String causeId, Rules rules, Occasion occasion) {
        this.step = step;
        this.now = step.after();
        this.causeId = causeId;
        this.rules = rules;
        this.occasion = occasion;
    }

    static List<Event> of(Step step, String causeId, Rules rules, Occasion occasion) {
        FollowUps followUps = new FollowUps(step, causeId, rules, occasion);
        followUps.collect();
        return followUps.made;
    }

    private void collect() {
        if (step.late()) {
            tellStewardOfAfterthought();
            return;
        }
        switch (EventType.valueOf(step.event().type())) {
            case CASE_REGISTERED -> afterRegistration();
            case CASE_ACCEPTED -> handOffIfWanted();
            case TRACKING_CARD_ISSUED -> escalateSecondCard();
            case RESULT -> afterResult();
            case TRACKING_CARD_USED -> closeIfNeverHandedOff();
            case QUOTA_POLICY_APPLIED -> afterQuotaApplied();
            case SLOT_REFUSED -> acceptIfRegistered();
            case ORDER_LINKED -> made.addAll(CaseFiles.owed(now, causeId, rules, occasion));
            default -> {}
        }
    }

    private void tellStewardOfAfterthought() {
        if (step.before() != null && !step.before().isOpen()) {
            made.add(Notes.note(step.event(), "AFTER_CLOSING: " + step.event().type(), "LATE", occasion));
        }
    }

    private void afterRegistration() {
        if (now.isTransfer()) {
            handOff(Order.Kind.FUNCTIONAL_TRANSFER);
            return;
        }
        requestSlot();
        if (now.handling() == Handling.HOTLINE || now.handling() == Handling.COORDINATE) {
            accept(now.causes());
        }
    }

    private void requestSlot() {
        if (now.greenChannel() && now.matter() != null && now.matter().taskTypeId() != null) {
            OffsetDateTime registered = Objects.requireNonNull(now.registeredAt());
            make(
                    SLOT_REQUESTED,
                    Json.object()
                            .put("hallCode", now.hallCode())
                            .put("taskTypeId", now.matter().taskTypeId())
                            .put(
                                    "slotDate",
                                    Json.beijing(registered).toLocalDate().toString())
                            .put("why", "GREEN_CHANNEL"));
        }
    }

    private void accept(List<Cause> causes) {
        OffsetDateTime received = Objects.requireNonNull(now.registeredAt());
        TimeLimit limit = rules.clocks().limit(Registration.appealType(now), received);
        ObjectNode payload = Json.object();
        payload.set("timeLimit", Json.tree(limit));
        payload.put("deadline", Json.text(limit.dueAt()));
        payload.put("ruleSet", limit.ruleSet());
        if (!causes.equals(now.causes())) {
            ArrayNode names = payload.putArray("causes");
            causes.forEach(cause -> names.add(cause.name()));
        }
        make(CASE_ACCEPTED, payload);
    }

    private void acceptIfRegistered() {
        if (now.state() == State.REGISTERED) {
            accept(now.causes());
        }
    }

    private void escalateSecondCard() {
        if (step.note() != null) {
            accept(
                    now.causes().contains(Cause.MULTI_DEPT)
                            ? now.causes()
                            : CaseDraft.plus(now.causes(), Cause.MULTI_DEPT));
        }
    }

    private void handOffIfWanted() {
        if (now.handling() == Handling.HOTLINE && now.orders().isEmpty()) {
            handOff(Order.Kind.COORDINATION);
        }
    }

    private void handOff(Order.Kind kind) {
        Policies.Route route = rules.route(kind, now.hallCode());
        rules.unit(now.hostUnit(), route.peer(), occasion.now());
        ObjectNode payload = Json.object()
                .put("kind", kind.name())
                .put("toPeer", route.peer())
                .put("dialect", route.dialect())
                .put("urgency", now.urgency().name())
                .put("unitCode", now.hostUnit());
        if (now.deadline() != null) {
            payload.put("deadline", Json.text(now.deadline()));
        }
        make(HANDED_OFF, payload);
    }

    private void afterResult() {
        ObjectNode payload = step.event().payload();
        if (payload.path("onSpot").asBoolean(false)) {
            closeIfNeverHandedOff();
        }
        if (now.state().isUnresolved()) {
            String reason = payload.path("resultText").asString("RETURNED");
            make(RETURN_REQUESTED, Json.object().put("reason", reason));
        }
    }

    private void closeIfNeverHandedOff() {
        if (now.state() == State.RESOLVED && now.orders().isEmpty() && !now.waitsForQuotaPolicy()) {
            close();
        }
    }

    private void close() {
        make(CASE_CLOSED, Json.object().put("at", Json.text(occasion.now())).put("by", Event.GATEWAY));
    }

    private void afterQuotaApplied() {
        if (now.hasOpenAlert()) {
            make(
                    NO_NUMBER_CLEARED,
                    Json.object().put("alertKey", now.alertKey()).put("at", Json.text(occasion.now())));
        }
        if (now.workings().closeWantedAt() != null) {
            close();
        }
    }

    private void make(EventType type, ObjectNode payload) {
        made.add(Notes.made(type, payload, causeId, occasion.now()));
    }
}
