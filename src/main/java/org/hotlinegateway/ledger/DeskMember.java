package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of a selection.
 *
 * @param place 1 for the first
 * @param note code of its new failure, or why it went no further, or null
 */
public record DeskMember(
        int place,
        DeskSide side,
        long id,
        MemberState state,
        @Nullable Instant releasedAt,
        @Nullable Instant endedAt,
        @Nullable String note) {}
