package org.hotlinegateway.ledger;

/**
 * The ledger's answer to a new message, given after its commit is on disk.
 *
 * @param verdict new, seen before with the same body, or seen before with another body
 * @param messageId the ledger's number of the first message under this key
 * @param receipt public id of that message, time-ordered
 */
public record Acceptance(Verdict verdict, long messageId, String receipt) {
    /** What became of the message. */
    public enum Verdict {
        ACCEPTED,
        DUPLICATE,
        CONFLICT
    }
}
