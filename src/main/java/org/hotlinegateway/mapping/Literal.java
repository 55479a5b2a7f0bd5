package org.hotlinegateway.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The right side of a comparison.
 *
 * @param number set when the literal is a number: then digits in a text compare as a number too
 */
record Literal(String text, @Nullable BigDecimal number) {
    static Literal of(String text, boolean quoted) {
        return new Literal(text, quoted || !Numbers.isNumber(text) ? null : new BigDecimal(text));
    }

    /** Null when the two cannot be compared. */
    @Nullable
    Integer compare(String other) {
        if (number == null) {
            return other.compareTo(text);
        }
        if (other.equals(text)) {
            return 0;
        }
        return Numbers.looksNumeric(other) ? (Integer) new BigDecimal(other).compareTo(number) : null;
    }

    boolean equalTo(String other) {
        if (number == null) {
            return text.equals(other);
        }
        Integer comparison = compare(other);
        return comparison != null && comparison == 0;
    }
}
