package org.hotlinegateway.casework;

import static org.hotlinegateway.casework.Audience.HOTLINE;
import static org.hotlinegateway.casework.Audience.PERFORMANCE;
import static org.hotlinegateway.casework.Audience.SUPERVISION;
import static org.hotlinegateway.casework.Audience.WINDOW;
import static org.hotlinegateway.casework.Row.row;
import static org.hotlinegateway.casework.State.ASSIGNED;
import static org.hotlinegateway.casework.State.HANDED_OFF;
import static org.hotlinegateway.casework.State.HANDLING;
import static org.hotlinegateway.casework.State.OPEN;
import static org.hotlinegateway.casework.State.RETURN_PENDING;
import static org.hotlinegateway.casework.State.SIGNED;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotlinegateway.casework.Case.Extension;
import org.hotlinegateway.casework.Case.Oversight;

/** While the hotline holds an order: assignment, signing, return, extension, chasers, cards, oversight. */
final class OrderRows {
    private OrderRows() {}

    static List<Row> rows() {
        return Stream.of(assignments(), returns(), extensions(), pressure())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> assignments() {
        return List.of(
                row("10", EventType.ORDER_ASSIGNED, HANDED_OFF)
                        .to(ASSIGNED)
                        .changing(OrderRows::assigned)
                        .telling(WINDOW, SUPERVISION),
                row("11", EventType.ORDER_SIGNED, ASSIGNED)
                        .to(SIGNED)
                        .unless(OrderRows::signedByOther, "another unit signed than the one assigned")
                        .changing((draft, s) -> draft.changeOrder(order -> order.signed(s.at())))
                        .telling(WINDOW, SUPERVISION),
                row("15", EventType.PROGRESS, SIGNED, HANDLING).to(HANDLING).telling(WINDOW, SUPERVISION),
                row("18", EventType.CHASER, OPEN)
                        .changing((draft, s) -> draft.chaserCount++)
                        .telling(WINDOW, HOTLINE, SUPERVISION));
    }

    private static List<Row> returns() {
        return List.of(
                row("12", EventType.RETURN_REQUESTED, ASSIGNED, SIGNED, HANDLING)
                        .to(RETURN_PENDING)
                        .unless(s -> s.text("reason") == null, "payload.reason is blank")
                        .changing(OrderRows::returnRequested)
                        .telling(WINDOW, SUPERVISION),
                row("13", EventType.RETURN_ACCEPTED, RETURN_PENDING)
                        .to(HANDED_OFF)
                        .changing((draft, s) -> {
                            draft.returnCount++;
                            draft.workings = draft.workings.withPriorState(null);
                        })
                        .telling(WINDOW, SUPERVISION),
                row("14", EventType.RETURN_REFUSED, RETURN_PENDING)
                        .changing(OrderRows::returnRefused)
                        .telling(WINDOW, SUPERVISION));
    }

    private static List<Row> extensions() {
        return List.of(
                row("16", EventType.EXTENSION_REQUESTED, OPEN)
                        .when(s -> !isPastDeadline(s))
                        .changing((draft, s) -> draft.extension = Extension.PENDING)
                        .telling(WINDOW, SUPERVISION),
                row("16a", EventType.EXTENSION_REQUESTED, OPEN)
                        .changing((draft, s) -> draft.extension = Extension.PENDING)
                        .telling(WINDOW, SUPERVISION)
                        .noting("AFTER_DEADLINE: requested after the deadline"),
                row("16b", EventType.EXTENSION_REFUSED, OPEN)
                        .changing((draft, s) -> draft.extension = Extension.REFUSED)
                        .telling(WINDOW, SUPERVISION),
                row("17", EventType.EXTENSION_GRANTED, OPEN)
                        .unless(s -> !isLater(s), "payload.newDeadline is not after the current deadline")
                        .unless(
                                s -> !s.rules().clocks().allowsExtension(s.known()),
                                "the rule set allows no more extensions")
                        .changing(OrderRows::extended)
                        .telling(WINDOW, SUPERVISION));
    }

    private static List<Row> pressure() {
        return List.of(
                row("19a", EventType.REMINDER_ISSUED, OPEN).telling(WINDOW, SUPERVISION),
                row("19b", EventType.CARD_ISSUED, OPEN)
                        .unless(OrderRows::isNotHigher, "an equal or higher card is active")
                        .changing((draft, s) -> draft.cards = CaseDraft.plus(draft.cards, card(s)))
                        .telling(PERFORMANCE, SUPERVISION, HOTLINE),
                row("19c", EventType.OVERSIGHT_OPENED, OPEN)
                        .unless(s -> oversight(s).compareTo(s.known().oversight()) <= 0, "oversight is not raised")
                        .changing((draft, s) -> draft.oversight = oversight(s))
                        .telling(HOTLINE, SUPERVISION));
    }

    private static void assigned(CaseDraft draft, Situation s) {
        String unit = s.text("unitCode");
        draft.changeOrder(order -> order.assigned(
                unit, s.texts("coUnits"), s.at(), s.rules().clocks().signBefore(s.known(), s.at())));
        draft.hostUnit = unit == null ? draft.hostUnit : unit;
        OffsetDateTime stated = s.time("deadline");
        if (stated != null && !s.known().isTransfer()) {
            draft.deadline = stated;
        }
    }

    private static boolean signedByOther(Situation s) {
        String signer = s.text("unitCode");
        return signer != null
                && !s.known()
                        .currentOrder()
                        .map(order -> signer.equals(order.unitCode()))
                        .orElse(true);
    }

    private static void returnRequested(CaseDraft draft, Situation s) {
        boolean unsigned =
                s.known().currentOrder().map(order -> order.signedAt() == null).orElse(true);
        Boolean stated = s.flag("beforeSigning");
        String reason = Objects.requireNonNull(s.text("reason"));
        draft.changeOrder(order -> order.returning(reason, stated == null ? unsigned : stated));
        draft.workings = draft.workings.withPriorState(s.known().state());
    }

    private static void returnRefused(CaseDraft draft, Situation s) {
        State prior = s.known().workings().priorState();
        draft.state = prior == null ? ASSIGNED : prior;
        draft.workings = draft.workings.withPriorState(null);
    }

    private static boolean isPastDeadline(Situation s) {
        OffsetDateTime deadline = s.known().deadline();
        return deadline != null && s.event().occurredAt().isAfter(deadline);
    }

    static boolean isLater(Situation s) {
        OffsetDateTime newDeadline = s.time("newDeadline");
        OffsetDateTime current = s.known().deadline();
        return newDeadline != null && current != null && newDeadline.isAfter(current);
    }

    static void extended(CaseDraft draft, Situation s) {
        draft.deadline = s.time("newDeadline");
        draft.extension = Extension.GRANTED;
        draft.extensionCount++;
    }

    private static Card card(Situation s) {
        return Json.read(s.event().payload(), Card.class);
    }

    private static boolean isNotHigher(Situation s) {
        Card.Level wanted = card(s).level();
        return s.known().cards().stream()
                .anyMatch(card -> card.isActive() && card.level().compareTo(wanted) >= 0);
    }

    private static Oversight oversight(Situation s) {
        String level = s.text("level");
        return level == null ? Oversight.NORMAL : Oversight.valueOf(level);
    }
}
