package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requester's level, 5 best, 0 not evaluated; scale and raw value are kept as they came.
 *
 * @param source KEY, VISIT, QR or WEB; which one counts is data
 */
public record Evaluation(
        String evaluationId,
        @Nullable String ticketNo,
        int level,
        String scale,
        String raw,
        String source,
        OffsetDateTime at,
        @Nullable List<String> reasons) {

    /** The same key press again: same id, or same ticket at the same device kind. */
    boolean repeats(Evaluation other) {
        boolean sameTicket = ticketNo != null && ticketNo.equals(other.ticketNo) && source.equals(other.source);
        return sameTicket || evaluationId.equals(other.evaluationId);
    }
}
