package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person did at the desk.
 *
 * @param act what, for example {@code REVEAL}
 * @param subject on what, for example {@code MESSAGE 7}, {@code SELECTION 3}, {@code COPY 2}
 * @param note more of it, or null; no personal data
 */
public record DeskAct(
        long id,
        Instant at,
        String by,
        String act,
        String subject,
        String reason,
        @Nullable String note) {}
