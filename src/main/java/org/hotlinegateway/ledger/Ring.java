package org.hotlinegateway.ledger;

/**
 * A claim check: tells a queue that work is waiting in the ledger.
 *
 * @param kind which side of the peer's flow
 * @param peer whose queue
 * @param id message or delivery number
 */
public record Ring(Kind kind, String peer, long id) {
    /** Queue family. */
    public enum Kind {
        INTAKE,
        DELIVERY
    }

    public String queue() {
        return peer + (kind == Kind.INTAKE ? "-intake" : "-delivery");
    }
}
