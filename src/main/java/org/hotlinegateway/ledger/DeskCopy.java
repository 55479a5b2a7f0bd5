package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A corrected copy of a parked message's body, or of the document that a held delivery's message is written from.
 *
 * @param itemId number of the message or delivery
 * @param content the corrected bytes, personal data included
 * @param judgedBy who approved or rejected it; never who edited it
 */
public record DeskCopy(
        long id,
        DeskSide side,
        long itemId,
        CopyState state,
        byte[] content,
        Instant editedAt,
        String editedBy,
        String editReason,
        @Nullable Instant judgedAt,
        @Nullable String judgedBy,
        @Nullable String judgeReason) {

    /** How a judgement of a copy went. */
    public enum Judged {
        DONE,
        /** There is no such copy, or it was judged already. */
        NOT_WAITING,
        /** The editor may not approve: that takes a second person. */
        SAME_PERSON,
        /** What it is a copy of no longer waits; the copy is kept as overtaken. */
        OVERTAKEN
    }
}
