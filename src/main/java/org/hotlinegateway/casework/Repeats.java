package org.hotlinegateway.casework;

import org.hotlinegateway.casework.QuotaPolicy.Status;

/** Facts told again under another message id: the case already holds them, no second entry is made. */
final class Repeats {
    private Repeats() {}

    static boolean isRepeat(Case was, Event event) {
        return EventType.named(event.type())
                .map(type -> isRepeat(type, was, event))
                .orElse(false);
    }

    private static boolean isRepeat(EventType type, Case was, Event event) {
        return switch (type) {
            case EVALUATION ->
                was.evaluations().stream().anyMatch(Json.read(event.payload(), Evaluation.class)::repeats);
            case ORDER_LINKED -> was.order(text(event, "orderNo")).isPresent();
            case REDO_ORDERED -> was.order(text(event, "newOrderNo")).isPresent();
            case TRACKING_CARD_ISSUED ->
                was.trackingCards().stream().anyMatch(card -> card.cardNo().equals(text(event, "cardNo")));
            case QUOTA_POLICY_FAILED -> hasQuota(was, Status.FAILED);
            case QUOTA_POLICY_APPLIED -> hasQuota(was, Status.APPLIED);
            default -> false;
        };
    }

    private static boolean hasQuota(Case was, Status status) {
        return was.quotaPolicy() != null && was.quotaPolicy().status() == status;
    }

    private static String text(Event event, String field) {
        return event.payload().path(field).asString("");
    }
}
