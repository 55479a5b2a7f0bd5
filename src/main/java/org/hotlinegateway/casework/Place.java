package org.hotlinegateway.casework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a case happens.
 *
 * @param regionCode 12 digits
 * @param datum of the coordinates
 */
public record Place(
        String regionCode,
        @Nullable String text,
        @Nullable String detail,
        @Nullable BigDecimal lon,
        @Nullable BigDecimal lat,
        @Nullable String datum) {}
