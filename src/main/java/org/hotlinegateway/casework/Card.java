package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A yellow or red card of a case; a withdrawn one stays in the history.
 *
 * @param overdueWorkdays negative before the deadline
 * @param points zero or negative
 */
public record Card(
        Level level,
        int seq,
        OffsetDateTime issuedAt,
        OffsetDateTime asOf,
        OffsetDateTime deadline,
        int overdueWorkdays,
        int points,
        String policy,
        String unitCode,
        @Nullable String supersedes,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawReason) {
    /** Colour of a card. */
    public enum Level {
        YELLOW,
        RED
    }

    boolean isActive() {
        return withdrawnAt == null;
    }

    Card withdrawn(OffsetDateTime at, @Nullable String reason) {
        return new Card(
                level,
                seq,
                issuedAt,
                asOf,
                deadline,
                overdueWorkdays,
                points,
                policy,
                unitCode,
                supersedes,
                at,
                reason);
    }
}
