package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import org.hotlinegateway.calendar.CountFrom;
import org.jspecify.annotations.Nullable;

/** How many working days a case may take by our own rules, and when they end. */
public record TimeLimit(
        int workdays,
        CountFrom countFrom,
        Source source,
        String ruleSet,
        OffsetDateTime startAt,
        OffsetDateTime dueAt,
        @Nullable String basis) {
    /** Who set the limit. */
    public enum Source {
        STATUTORY,
        PROMISED,
        PEER
    }
}
