package org.hotlinegateway.faults;

/**
 * Six mistakes a gateway of this kind is likely to have. Each can be woven into a running gateway, to see whether the
 * harness would notice it; the gateway's own code has none of this.
 */
enum SeededBug {
    /** The answer goes out while the transaction still runs. */
    ACKNOWLEDGE_BEFORE_COMMIT(DoorCheck.LOST),
    /** Known keys are looked up first and no constraint holds them. */
    CHECK_THEN_INSERT(DoorCheck.RECEIPTS),
    /** A result is applied whoever claimed in between. */
    NO_FENCE(LedgerCheck.STALE),
    /** A second attempt travels under a key of its own. */
    RETRY_WITH_A_NEW_KEY(EffectCheck.DOUBLED),
    /** Whatever was rung is sent, whether or not something of its lane is before it. */
    ORDER_BY_GLOBAL_ID(EffectCheck.ORDER),
    /** A nonce is looked at and not kept. */
    NONCE_NOT_STORED(DoorCheck.NONCE);

    private final String caughtAs;

    SeededBug(String caughtAs) {
        this.caughtAs = caughtAs;
    }

    /** The breach by which the checker must notice it. */
    String caughtAs() {
        return caughtAs;
    }
}
