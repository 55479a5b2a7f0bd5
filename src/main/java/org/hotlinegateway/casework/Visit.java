package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The hotline's follow-up call and its outcome. */
public record Visit(
        OffsetDateTime at,
        boolean reached,
        @Nullable Integer level,
        @Nullable String raw,
        @Nullable String scale,
        @Nullable Boolean solved,
        @Nullable String dissatisfiedReason) {}
