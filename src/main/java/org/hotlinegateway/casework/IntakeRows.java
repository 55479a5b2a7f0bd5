package org.hotlinegateway.casework;

import static org.hotlinegateway.casework.Audience.APPOINTMENT;
import static org.hotlinegateway.casework.Audience.HOTLINE;
import static org.hotlinegateway.casework.Audience.SUPERVISION;
import static org.hotlinegateway.casework.Audience.WINDOW;
import static org.hotlinegateway.casework.Row.row;
import static org.hotlinegateway.casework.State.ACCEPTED;
import static org.hotlinegateway.casework.State.ASSIGNED;
import static org.hotlinegateway.casework.State.AWAITING_SECOND_VISIT;
import static org.hotlinegateway.casework.State.HANDED_OFF;
import static org.hotlinegateway.casework.State.HANDLING;
import static org.hotlinegateway.casework.State.NOT_ACCEPTED;
import static org.hotlinegateway.casework.State.OPEN;
import static org.hotlinegateway.casework.State.REGISTERED;
import static org.hotlinegateway.casework.State.RESOLVED;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotlinegateway.casework.Case.Cause;

/** From registration to the handoff, tracking cards and slots included. */
final class IntakeRows {
    private IntakeRows() {}

    static List<Row> rows() {
        return Stream.of(acceptance(), handoffs(), trackingCards(), slots())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> acceptance() {
        return List.of(
                row("1", EventType.CASE_REGISTERED, EnumSet.noneOf(State.class))
                        .to(REGISTERED)
                        .telling(WINDOW, SUPERVISION),
                row("4", EventType.CASE_ACCEPTED, REGISTERED, AWAITING_SECOND_VISIT)
                        .to(ACCEPTED)
                        .unless(s -> s.known().isTransfer(), "the case is out of scope")
                        .changing(IntakeRows::accepted)
                        .telling(WINDOW, SUPERVISION),
                row("A1", EventType.CASE_AMENDED, OPEN)
                        .changing(Registration::amend)
                        .telling(WINDOW, HOTLINE),
                row("A2", EventType.ATTACHMENT_KEPT, EnumSet.allOf(State.class))
                        .changing(CaseFiles::kept)
                        .tellingBy(CaseFiles::receivers));
    }

    private static List<Row> handoffs() {
        return List.of(
                row("5", EventType.HANDED_OFF, REGISTERED)
                        .to(HANDED_OFF)
                        .unless(s -> !s.known().isTransfer(), "the case is in scope and not yet accepted")
                        .changing(IntakeRows::handedOff)
                        .telling(HOTLINE),
                row("6", EventType.HANDED_OFF, ACCEPTED)
                        .to(HANDED_OFF)
                        .changing(IntakeRows::handedOff)
                        .telling(HOTLINE),
                row("7", EventType.PROGRESS, ACCEPTED)
                        .to(HANDLING)
                        .when(Situation::fromWindow)
                        .telling(SUPERVISION),
                row("8", EventType.ORDER_LINKED, EnumSet.range(HANDED_OFF, State.ARCHIVED))
                        .unless(s -> s.text("orderNo") == null, "payload.orderNo is blank")
                        .unless(s -> s.known().orders().isEmpty(), "the case was never handed off")
                        .unless(IntakeRows::linkedOtherwise, "the order already has another number")
                        .changing((draft, s) ->
                                draft.changeOrder(order -> order.linked(Objects.requireNonNull(s.text("orderNo")))))
                        .telling(WINDOW),
                row("9", EventType.CASE_NOT_ACCEPTED, HANDED_OFF, ASSIGNED)
                        .to(NOT_ACCEPTED)
                        .unless(s -> s.text("reasonCode") == null && s.text("text") == null, "no reason given")
                        .changing((draft, s) -> draft.closedAt = s.event().occurredAt())
                        .telling(WINDOW, SUPERVISION));
    }

    private static List<Row> trackingCards() {
        return List.of(
                row("3", EventType.TRACKING_CARD_ISSUED, REGISTERED)
                        .to(AWAITING_SECOND_VISIT)
                        .when(s -> !s.occasion().cardOpenElsewhere())
                        .unless(
                                s -> s.known().causes().contains(Cause.MULTI_DEPT),
                                "the case needs several departments")
                        .changing(IntakeRows::cardIssued)
                        .telling(WINDOW, SUPERVISION),
                row("3a", EventType.TRACKING_CARD_ISSUED, REGISTERED, AWAITING_SECOND_VISIT)
                        .noting("SECOND_CARD: refused, the case is escalated")
                        .telling(WINDOW, SUPERVISION),
                row("26", EventType.TRACKING_CARD_USED, AWAITING_SECOND_VISIT)
                        .to(RESOLVED)
                        .when(s -> "DONE".equals(s.text("useResult")))
                        .changing(IntakeRows::cardUsedWithSuccess)
                        .telling(WINDOW, SUPERVISION),
                row("26a", EventType.TRACKING_CARD_USED, AWAITING_SECOND_VISIT)
                        .to(ACCEPTED)
                        .changing((draft, s) -> cardEnded(draft, s, TrackingCard.Standing.USED))
                        .telling(WINDOW, SUPERVISION),
                row("27", EventType.TRACKING_CARD_EXPIRED, AWAITING_SECOND_VISIT)
                        .to(ACCEPTED)
                        .changing((draft, s) -> cardEnded(draft, s, TrackingCard.Standing.EXPIRED))
                        .telling(WINDOW, SUPERVISION),
                row("27a", EventType.TRACKING_CARD_VOIDED, AWAITING_SECOND_VISIT)
                        .to(ACCEPTED)
                        .changing((draft, s) -> cardEnded(draft, s, TrackingCard.Standing.VOIDED))
                        .telling(WINDOW, SUPERVISION));
    }

    private static List<Row> slots() {
        return List.of(
                row("G1", EventType.SLOT_REQUESTED, OPEN).telling(APPOINTMENT),
                row("G2", EventType.SLOT_GRANTED, OPEN).telling(WINDOW),
                row("G3", EventType.SLOT_REFUSED, OPEN)
                        .changing((draft, s) -> draft.workings = draft.workings.withUrgency(Order.Urgency.EMERGENCY))
                        .telling(WINDOW));
    }

    private static boolean linkedOtherwise(Situation s) {
        return s.known()
                .currentOrder()
                .filter(order -> order.orderNo() != null && !order.orderNo().equals(s.text("orderNo")))
                .isPresent();
    }

    private static void accepted(CaseDraft draft, Situation s) {
        draft.acceptedAt = s.event().occurredAt();
        TimeLimit limit = Json.read(s.event().payload().required("timeLimit"), TimeLimit.class);
        startClock(draft, limit);
        draft.changeOpenTrackingCard(card -> card.ended(TrackingCard.Standing.VOIDED, null, null));
        if (s.event().payload().has("causes")) {
            draft.causes = Objects.requireNonNull(s.texts("causes")).stream()
                    .map(Cause::valueOf)
                    .toList();
        }
    }

    private static void startClock(CaseDraft draft, TimeLimit limit) {
        draft.timeLimit = limit;
        draft.deadline = limit.dueAt();
        draft.ruleSet = limit.ruleSet();
    }

    private static void handedOff(CaseDraft draft, Situation s) {
        Order.Kind kind =
                Order.Kind.valueOf(s.event().payload().required("kind").asString());
        Policies.Route route = s.rules().route(kind, draft.hallCode);
        String unit =
                s.rules().unit(draft.hostUnit, route.peer(), s.occasion().now()).code();
        draft.orders =
                List.of(Order.at(route.peer(), route.dialect(), kind, s.known().urgency(), unit));
    }

    private static void cardIssued(CaseDraft draft, Situation s) {
        TrackingCard card = Json.read(s.event().payload(), TrackingCard.class)
                .issuedFor(draft.caseNo, s.event().occurredAt());
        draft.trackingCards = CaseDraft.plus(draft.trackingCards, card);
    }

    private static void cardUsedWithSuccess(CaseDraft draft, Situation s) {
        draft.resolvedAt = s.at();
        draft.changeOpenTrackingCard(
                card -> card.ended(TrackingCard.Standing.USED, s.at(), TrackingCard.UseResult.DONE));
    }

    private static void cardEnded(CaseDraft draft, Situation s, TrackingCard.Standing standing) {
        boolean used = standing == TrackingCard.Standing.USED;
        draft.changeOpenTrackingCard(
                card -> card.ended(standing, used ? s.at() : null, used ? TrackingCard.UseResult.NOT_DONE : null));
        draft.acceptedAt = s.at();
        startClock(draft, s.rules().clocks().limit(Registration.appealType(s.known()), s.at()));
    }
}
