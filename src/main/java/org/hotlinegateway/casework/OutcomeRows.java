package org.hotlinegateway.casework;

import static org.hotlinegateway.casework.Audience.APPOINTMENT;
import static org.hotlinegateway.casework.Audience.HOTLINE;
import static org.hotlinegateway.casework.Audience.PERFORMANCE;
import static org.hotlinegateway.casework.Audience.PERFORMANCE_OF_WINDOW;
import static org.hotlinegateway.casework.Audience.SUPERVISION;
import static org.hotlinegateway.casework.Audience.WINDOW;
import static org.hotlinegateway.casework.Row.row;
import static org.hotlinegateway.casework.State.ACCEPTED;
import static org.hotlinegateway.casework.State.ARCHIVED;
import static org.hotlinegateway.casework.State.ASSIGNED;
import static org.hotlinegateway.casework.State.CLOSED;
import static org.hotlinegateway.casework.State.HANDED_OFF;
import static org.hotlinegateway.casework.State.HANDLING;
import static org.hotlinegateway.casework.State.NOT_ACCEPTED;
import static org.hotlinegateway.casework.State.OPEN;
import static org.hotlinegateway.casework.State.REGISTERED;
import static org.hotlinegateway.casework.State.RESOLVED;
import static org.hotlinegateway.casework.State.SIGNED;
import static org.hotlinegateway.casework.State.VISITING;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hotlinegateway.casework.Case.Oversight;
import tools.jackson.databind.node.ObjectNode;

/** From the result to the archive, with evaluations, redo rounds, quota policies and alerts. */
final class OutcomeRows {
    private static final Set<State> ANY = EnumSet.allOf(State.class);
    private static final Set<State> NOT_ARCHIVED = EnumSet.complementOf(EnumSet.of(ARCHIVED));

    private OutcomeRows() {}

    static List<Row> rows() {
        return Stream.of(results(), endings(), anytime(), numbers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> results() {
        return List.of(
                row("21a", EventType.RESULT, ASSIGNED, SIGNED, HANDLING)
                        .when(s -> s.fromHotline() && "RETURNED".equals(s.text("result")))
                        .noting("RETURNED: the unit gives the order back"),
                row("2", EventType.RESULT, REGISTERED, ACCEPTED, HANDED_OFF)
                        .to(RESOLVED)
                        .when(Situation::fromWindow)
                        .changing(OutcomeRows::resolved)
                        .telling(HOTLINE, SUPERVISION, PERFORMANCE_OF_WINDOW),
                row("21", EventType.RESULT, SIGNED, HANDLING)
                        .to(RESOLVED)
                        .unless(OutcomeRows::isNotForSenderToSay, "only the hotline may report on its order")
                        .unless(s -> s.text("resultText") == null, "payload.resultText is blank")
                        .changing(OutcomeRows::resolved)
                        .telling(WINDOW, SUPERVISION, PERFORMANCE),
                row("22", EventType.RESULT_REJECTED, RESOLVED)
                        .to(HANDLING)
                        .changing((draft, s) -> draft.resolvedAt = null)
                        .telling(WINDOW, SUPERVISION),
                row("23", EventType.VISIT_RECORDED, RESOLVED, VISITING)
                        .to(VISITING)
                        .changing(OutcomeRows::visited)
                        .telling(WINDOW, PERFORMANCE));
    }

    private static List<Row> endings() {
        return List.of(
                row("24a", EventType.CASE_CLOSED, RESOLVED, VISITING)
                        .when(s -> s.known().waitsForQuotaPolicy())
                        .changing((draft, s) -> draft.workings = draft.workings.withCloseWanted(s.at()))
                        .telling(WINDOW, SUPERVISION)
                        .noting("QUOTA_POLICY_NOT_APPLIED: the case closes when its quota policy is applied"),
                row("24", EventType.CASE_CLOSED, RESOLVED, VISITING)
                        .to(CLOSED)
                        .unless(OutcomeRows::isNotForSenderToSay, "only the holder of the order may close the case")
                        .changing(OutcomeRows::closed)
                        .telling(WINDOW, SUPERVISION, PERFORMANCE),
                row("25", EventType.REDO_ORDERED, RESOLVED, VISITING, CLOSED)
                        .to(ASSIGNED)
                        .unless(s -> s.text("newOrderNo") == null, "payload.newOrderNo is blank")
                        .unless(s -> s.known().orders().isEmpty(), "the case was never handed off")
                        .changing(OutcomeRows::redone)
                        .telling(WINDOW, SUPERVISION, PERFORMANCE),
                row("28", EventType.CASE_ARCHIVED, CLOSED, NOT_ACCEPTED)
                        .to(ARCHIVED)
                        .changing((draft, s) -> draft.archivedAt = s.at()));
    }

    private static List<Row> anytime() {
        return List.of(
                row("20a", EventType.CARD_WITHDRAWN, ANY)
                        .unless(s -> activeCard(s).isEmpty(), "no such card is active")
                        .changing(OutcomeRows::cardWithdrawn)
                        .telling(PERFORMANCE, SUPERVISION, HOTLINE),
                row("20b", EventType.OVERSIGHT_CANCELLED, ANY)
                        .changing((draft, s) -> draft.oversight = Oversight.NONE)
                        .telling(HOTLINE, SUPERVISION),
                row("20c", EventType.EVALUATION, ANY)
                        .changing((draft, s) -> draft.evaluations = CaseDraft.plus(draft.evaluations, evaluation(s)))
                        .tellingBy(s -> evaluation(s).level() == 0 ? Set.of() : Set.of(HOTLINE)),
                row("20d", EventType.NOTE_ADDED, ANY)
                        .tellingBy(s -> s.known().state().isOpen() ? Set.of() : Set.of(SUPERVISION)),
                row("F1", EventType.FALSE_CLOSURE_FOUND, ANY)
                        .changing(OutcomeRows::similarFound)
                        .telling(WINDOW, SUPERVISION));
    }

    private static List<Row> numbers() {
        return List.of(
                row("Q1", EventType.QUOTA_POLICY_CHANGED, OPEN)
                        .changing(OutcomeRows::quotaChanged)
                        .telling(APPOINTMENT, SUPERVISION),
                row("Q2", EventType.QUOTA_POLICY_APPLIED, NOT_ARCHIVED)
                        .unless(s -> s.known().quotaPolicy() == null, "the case has no quota policy")
                        .changing((draft, s) -> quota(draft, QuotaPolicy.Status.APPLIED))
                        .telling(WINDOW, SUPERVISION),
                row("Q3", EventType.QUOTA_POLICY_FAILED, NOT_ARCHIVED)
                        .unless(s -> s.known().quotaPolicy() == null, "the case has no quota policy")
                        .changing((draft, s) -> quota(draft, QuotaPolicy.Status.FAILED))
                        .telling(WINDOW, SUPERVISION),
                row("N1", EventType.NO_NUMBER_ALERT, OPEN)
                        .tellingBy(s -> s.occasion().notice() ? Set.of(WINDOW, SUPERVISION) : Set.of()),
                row("N2", EventType.NO_NUMBER_CLEARED, ANY)
                        .unless(s -> !s.known().hasOpenAlert(), "no alert is open")
                        .changing((draft, s) -> draft.workings = draft.workings.withAlertSlotDate(null))
                        .telling(WINDOW, SUPERVISION));
    }

    private static boolean isNotForSenderToSay(Situation s) {
        return !s.event().isFromGateway() && !s.known().orders().isEmpty() && !s.fromHotline();
    }

    static void resolved(CaseDraft draft, Situation s) {
        draft.resolvedAt = s.at();
        String outcome = s.text("result");
        if (!draft.orders.isEmpty()) {
            draft.changeOrder(order -> order.withResult(
                    outcome == null ? null : Order.Outcome.valueOf(outcome),
                    s.text("resultText"),
                    s.text("publicReply"),
                    s.flag("contacted"),
                    s.flag("factTrue")));
        }
    }

    private static void visited(CaseDraft draft, Situation s) {
        draft.visits = CaseDraft.plus(draft.visits, Json.read(s.event().payload(), Visit.class));
        draft.resolvedAt = draft.resolvedAt == null ? s.at() : draft.resolvedAt;
    }

    private static void closed(CaseDraft draft, Situation s) {
        draft.closedAt = s.at();
        draft.struckOffAt = s.at();
        draft.resolvedAt = draft.resolvedAt == null ? s.at() : draft.resolvedAt;
        draft.workings = draft.workings.withCloseWanted(null);
    }

    private static void redone(CaseDraft draft, Situation s) {
        String number = Objects.requireNonNull(s.text("newOrderNo"));
        Order last = draft.orders.get(draft.orders.size() - 1);
        Order next =
                last.redone(number, last.round() + 1, s.at(), s.rules().clocks().signBefore(s.known(), s.at()));
        draft.orders = CaseDraft.plus(draft.orders, next);
        draft.redoCount++;
        draft.closedAt = null;
        draft.struckOffAt = null;
        draft.resolvedAt = null;
        restartClock(draft, s);
    }

    private static void restartClock(CaseDraft draft, Situation s) {
        if (s.known().isTransfer()) {
            return;
        }
        OffsetDateTime stated = s.time("deadline");
        if (stated == null) {
            TimeLimit limit = s.rules().clocks().limit(Registration.appealType(s.known()), s.at());
            draft.timeLimit = limit;
            stated = limit.dueAt();
        }
        draft.deadline = stated;
        draft.extension = Case.Extension.NONE;
    }

    private static List<Card> activeCard(Situation s) {
        return s.known().cards().stream()
                .filter(card -> card.isActive() && card.level().name().equals(s.text("level")))
                .filter(card ->
                        s.text("seq") == null || String.valueOf(card.seq()).equals(s.text("seq")))
                .toList();
    }

    private static void cardWithdrawn(CaseDraft draft, Situation s) {
        List<Card> withdrawn = activeCard(s);
        draft.cards = draft.cards.stream()
                .map(card -> withdrawn.contains(card) ? card.withdrawn(s.event().occurredAt(), s.text("reason")) : card)
                .toList();
    }

    static Evaluation evaluation(Situation s) {
        return Json.read(s.event().payload(), Evaluation.class);
    }

    private static void quotaChanged(CaseDraft draft, Situation s) {
        ObjectNode fields = s.event().payload().deepCopy();
        if (!fields.has("hallCode")) {
            fields.put("hallCode", draft.hallCode);
        }
        draft.quotaPolicy = Json.read(fields, QuotaPolicy.class).with(QuotaPolicy.Status.REQUESTED);
    }

    private static void quota(CaseDraft draft, QuotaPolicy.Status status) {
        draft.quotaPolicy = Objects.requireNonNull(draft.quotaPolicy).with(status);
    }

    private static void similarFound(CaseDraft draft, Situation s) {
        String other = draft.caseNo.equals(s.text("newCaseNo")) ? s.text("closedCaseNo") : s.text("newCaseNo");
        if (other != null) {
            draft.related = CaseDraft.plus(draft.related, new Related(Related.Type.SIMILAR, other));
        }
    }
}
