package org.hotlinegateway.casework;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can happen to a case. */
public enum EventType {
    CASE_REGISTERED,
    CASE_AMENDED,
    CASE_ACCEPTED,
    CASE_NOT_ACCEPTED,
    HANDED_OFF,
    ORDER_LINKED,
    ORDER_ASSIGNED,
    ORDER_SIGNED,
    PROGRESS,
    CHASER,
    NOTE_ADDED,
    /** A file of the case was checked and is kept. */
    ATTACHMENT_KEPT,
    EXTENSION_REQUESTED,
    EXTENSION_GRANTED,
    EXTENSION_REFUSED,
    RETURN_REQUESTED,
    RETURN_ACCEPTED,
    RETURN_REFUSED,
    RESULT,
    RESULT_REJECTED,
    VISIT_RECORDED,
    EVALUATION,
    CASE_CLOSED,
    CASE_ARCHIVED,
    REDO_ORDERED,
    REMINDER_ISSUED,
    CARD_ISSUED,
    CARD_WITHDRAWN,
    OVERSIGHT_OPENED,
    OVERSIGHT_CANCELLED,
    TRACKING_CARD_ISSUED,
    TRACKING_CARD_USED,
    TRACKING_CARD_EXPIRED,
    TRACKING_CARD_VOIDED,
    NO_NUMBER_ALERT,
    NO_NUMBER_CLEARED,
    QUOTA_POLICY_CHANGED,
    QUOTA_POLICY_APPLIED,
    QUOTA_POLICY_FAILED,
    SLOT_REQUESTED,
    SLOT_GRANTED,
    SLOT_REFUSED,
    HOTSPOT_REPORTED,
    FALSE_CLOSURE_FOUND;

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::name, Function.identity()));

    static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
