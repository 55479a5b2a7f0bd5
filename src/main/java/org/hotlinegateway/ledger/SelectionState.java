package org.hotlinegateway.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Where the work on a selection stands. */
public enum SelectionState {
    /** Selected; nothing was done. */
    FROZEN,
    /** One member is sent; its end is not known. */
    TRYING,
    /** One member is healed: the rest may follow. */
    TRIED,
    /** The member that was tried failed. */
    TRY_FAILED,
    /** The rest is being sent. */
    REPLAYING,
    /** Every member was sent and has its end. */
    DONE,
    /** No more are sent; the end of some is awaited. */
    CANCELLING,
    /** Stopped by a person; what waits may be taken up again. */
    CANCELLED,
    /** Members are being set aside. */
    DISCARDING,
    DISCARDED,
    /** Members that were set aside are being put back. */
    UNDOING,
    UNDONE;

    private static final Set<SelectionState> AT_WORK = EnumSet.of(TRYING, REPLAYING, CANCELLING, DISCARDING, UNDOING);

    /** True while a gateway works on it. */
    public boolean isAtWork() {
        return AT_WORK.contains(this);
    }
}
