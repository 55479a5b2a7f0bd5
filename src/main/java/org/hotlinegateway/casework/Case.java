package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request in the gateway, whoever took it, as it stands after its last event.
 *
 * @param hostUnit unit code from the directory, never a name
 * @param timeLimit our own count; {@code deadline} is what counts, the hotline's when it stated one
 * @param chaserCount only rises, as the other counts
 * @param quotaPolicy must be applied before the case may close
 * @param registeredBy the peer that registered it under a number of its own; absent when the sender numbers cases itself
 * @param workings what only the state machine needs; not part of what peers are told
 */
public record Case(
        String caseNo,
        State state,
        @Nullable Channel channel,
        @Nullable String hallCode,
        @Nullable String windowNo,
        @Nullable String registrar,
        @Nullable OffsetDateTime registeredAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable OffsetDateTime struckOffAt,
        @Nullable OffsetDateTime archivedAt,
        @Nullable Requester requester,
        @Nullable Matter matter,
        @Nullable Place place,
        List<Cause> causes,
        @Nullable AppealType appealType,
        @Nullable String title,
        @Nullable String content,
        @Nullable String supplement,
        @Nullable Handling handling,
        boolean outOfScope,
        @Nullable String explanation,
        boolean urgent,
        boolean greenChannel,
        boolean secret,
        boolean open,
        boolean needReply,
        @Nullable String hostUnit,
        List<String> coUnits,
        @Nullable String steward,
        @Nullable TimeLimit timeLimit,
        @Nullable OffsetDateTime deadline,
        @Nullable String ruleSet,
        Extension extension,
        int chaserCount,
        int returnCount,
        int redoCount,
        int extensionCount,
        Oversight oversight,
        List<Card> cards,
        List<Order> orders,
        List<TrackingCard> trackingCards,
        List<Evaluation> evaluations,
        List<Visit> visits,
        List<Attachment> attachments,
        List<Related> related,
        List<Exclusion> exclusions,
        @Nullable QuotaPolicy quotaPolicy,
        @Nullable String alertKey,
        @Nullable PeerReference registeredBy,
        Workings workings) {

    public Case {
        causes = listOf(causes);
        coUnits = listOf(coUnits);
        extension = extension == null ? Extension.NONE : extension;
        oversight = oversight == null ? Oversight.NONE : oversight;
        cards = listOf(cards);
        orders = listOf(orders);
        trackingCards = listOf(trackingCards);
        evaluations = listOf(evaluations);
        visits = listOf(visits);
        attachments = listOf(attachments);
        related = listOf(related);
        exclusions = listOf(exclusions);
        workings = workings == null ? Workings.NONE : workings;
    }

    private static <T> List<T> listOf(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Who took the request. */
    public enum Channel {
        WINDOW,
        APPOINTMENT_ALERT,
        EVALUATOR_KEY,
        TRACKING_CARD,
        HOTLINE
    }

    /** Why it could not be done; the first of a case is the primary one. */
    public enum Cause {
        POLICY,
        SYSTEM,
        MATERIAL,
        ATTITUDE,
        ACCEPTANCE,
        CONSULTATION,
        APPROVAL,
        MULTI_DEPT
    }

    /** What the requester asks for. */
    public enum AppealType {
        CONSULT,
        HELP,
        COMPLAINT,
        SUGGEST,
        REPORT,
        PRAISE
    }

    /** How the window means to deal with it. */
    public enum Handling {
        ON_SPOT,
        TRACKING_CARD,
        COORDINATE,
        HOTLINE,
        FUNCTIONAL_TRANSFER
    }

    /** How a wish for more time stands. */
    public enum Extension {
        NONE,
        PENDING,
        GRANTED,
        REFUSED
    }

    /** Level of the formal follow-up. */
    public enum Oversight {
        NONE,
        NORMAL,
        YELLOW,
        RED
    }

    /** What the case does not count for. */
    public enum Exclusion {
        OUT_OF_SCOPE,
        LAW_ENFORCEMENT,
        MEDIATION,
        ANONYMOUS,
        UNREACHABLE,
        TEST
    }

    /** The order of the current round. */
    public Optional<Order> currentOrder() {
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(orders.size() - 1));
    }

    Optional<Order> order(String orderNo) {
        return orders.stream().filter(order -> orderNo.equals(order.orderNo())).findFirst();
    }

    Optional<TrackingCard> openTrackingCard() {
        return trackingCards.stream().filter(TrackingCard::isOpen).findFirst();
    }

    boolean waitsForQuotaPolicy() {
        return quotaPolicy != null && quotaPolicy.status() != QuotaPolicy.Status.APPLIED;
    }

    boolean hasOpenAlert() {
        return workings.alertSlotDate() != null;
    }

    /** The hotline's order kind under which the case stands outside the window's clock. */
    boolean isTransfer() {
        return outOfScope || handling == Handling.FUNCTIONAL_TRANSFER;
    }

    Order.Urgency urgency() {
        if (workings.urgency() != null) {
            return workings.urgency();
        }
        return urgent ? Order.Urgency.URGENT : Order.Urgency.NORMAL;
    }

    Case with(Consumer<CaseDraft> change) {
        CaseDraft draft = new CaseDraft(this);
        change.accept(draft);
        return draft.toCase();
    }
}
