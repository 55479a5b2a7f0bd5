package org.hotlinegateway.console;

/** What a person at the staff API may do beyond looking at what is not personal. */
enum StaffRole {
    /** Replay, skip, discard, correct in a copy, publish and roll back mappings: everything that changes something. */
    OPERATOR,
    /** Approve or reject another person's corrected copy. */
    APPROVER,
    /** See personal data, for a reason that is kept. */
    REVEALER,
    /** See what people did at the desk. */
    AUDITOR
}
