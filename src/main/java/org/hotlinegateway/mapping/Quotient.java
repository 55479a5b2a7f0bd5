package org.hotlinegateway.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A whole number over a whole number, rounded to a whole number: what sizes and durations are, without big decimals.
 *
 * @param divisor positive
 */
record Quotient(long divisor, RoundingMode round) {
    private static final int LONGEST = 15;

    /** Null when it takes more than whole numbers. */
    static @Nullable Quotient of(@Nullable BigDecimal divisor, @Nullable RoundingMode round) {
        boolean whole =
                divisor != null && divisor.scale() == 0 && divisor.signum() > 0 && divisor.precision() < LONGEST;
        return divisor == null || round == null || !whole ? null : new Quotient(divisor.longValueExact(), round);
    }

    /** Null when the text is no whole number that fits. */
    @Nullable
    String of(String text) {
        if (text.length() > LONGEST || text.startsWith("-") || !Numbers.isInteger(text)) {
            return null;
        }
        long number = Long.parseLong(text);
        long quotient = number / divisor;
        return Long.toString(isUp(quotient, number % divisor) ? quotient + 1 : quotient);
    }

    private boolean isUp(long quotient, long rest) {
        return switch (round) {
            case UP, CEILING -> rest > 0;
            case HALF_UP -> 2 * rest >= divisor;
            case HALF_EVEN -> 2 * rest > divisor || 2 * rest == divisor && quotient % 2 == 1;
            default -> false;
        };
    }
}
