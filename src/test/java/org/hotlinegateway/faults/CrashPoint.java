package org.hotlinegateway.faults;

import static org.hotlinegateway.faults.CrashPoint.Side.AFTER;
import static org.hotlinegateway.faults.CrashPoint.Side.BEFORE;

/**
 * Places at which a gateway can be made to halt, without any hook in its code: they are woven in when its classes are
 * loaded. Each names a method; a test says when one of them is gone.
 */
enum CrashPoint {
    /** The transaction is whole and not yet committed. */
    BEFORE_COMMIT("ledger.Writer", "commit", BEFORE),
    /** Committed and synced; no sender has its 202 yet. */
    AFTER_COMMIT_BEFORE_202("ledger.Writer", "commit", AFTER),
    /** Senders have their answers; no claim check was given out. */
    BEFORE_RING("ledger.Bell", "ring", BEFORE),
    /** The claim check is with the broker. */
    AFTER_RING("flow.JmsRinger", "send", AFTER),
    /** A message was opened and translated, not decided. */
    BEFORE_DECIDE("flow.Inbox", "decide", BEFORE),
    /** The head of a lane is claimed, nothing is sent. */
    AFTER_CLAIM("delivery.Lanes", "claim", AFTER),
    /** The request is written and signed, not sent. */
    BETWEEN_CLAIM_AND_SEND("flow.Outbox", "sign", AFTER),
    /** The peer has answered; the ledger does not know. */
    AFTER_SEND_BEFORE_SETTLE("flow.Outbox", "settle", BEFORE),
    /** The sweep has found work and not rung for it. */
    IN_THE_SWEEP("ledger.RungLately", "fresh", AFTER),
    /** A mapping set is published in the ledger and not yet live here. */
    DURING_PUBLISH("mapping.LiveMappings", "goLive", BEFORE);

    enum Side {
        BEFORE,
        AFTER
    }

    private static final String ROOT = "org.hotlinegateway.";

    private final String type;
    private final String method;
    private final Side side;

    CrashPoint(String type, String method, Side side) {
        this.type = ROOT + type;
        this.method = method;
        this.side = side;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    Side side() {
        return side;
    }
}
