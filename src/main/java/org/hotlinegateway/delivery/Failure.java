package org.hotlinegateway.delivery;

/**
 * Why an attempt brought no answer that could be judged.
 *
 * @param kind what is known of the peer's side
 * @param code stable code for staff
 * @param text which field, table or step; no personal data
 */
public record Failure(Kind kind, String code, String text) {

    /** What is known of the peer's side. */
    public enum Kind {
        /** The message could not be written; nothing was sent. */
        UNMAPPABLE,
        /** No connection; nothing was sent. */
        NOT_SENT,
        /** Sent, and no answer came. */
        NO_ANSWER,
        /** An answer came that could not be read. */
        UNREADABLE_ANSWER,
        /** The peer turned the request away by its status before it could be judged. */
        TURNED_AWAY,
        /** A fault of the gateway before anything was sent. */
        FAULT
    }
}
