package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The government service a case is about.
 *
 * @param code 31-character matter code
 * @param taskTypeId category at the queue machine, not the matter code
 * @param trips how often the requester came in vain
 */
public record Matter(
        @Nullable String code,
        @Nullable String taskTypeId,
        @Nullable String name,
        @Nullable String firstWindow,
        @Nullable String firstClerk,
        @Nullable OffsetDateTime firstAt,
        @Nullable Integer trips) {}
