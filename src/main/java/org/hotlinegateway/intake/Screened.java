package org.hotlinegateway.intake;

import java.util.List;
import org.hotlinegateway.ledger.Conversion;
import org.jspecify.annotations.Nullable;

/**
 * A message that may be accepted.
 *
 * @param key the sender's id, or a hash that stands for it
 * @param messageId the sender's id, or null
 * @param lane what the message is about
 * @param hall the hall it comes from or is about, or null
 * @param parkReason why nobody can decide on it yet, or null
 * @param waitingOn what would change that, or null: a person
 * @param conversions how it was converted, when it is parked
 */
record Screened(
        String key,
        @Nullable String messageId,
        String lane,
        @Nullable String hall,
        @Nullable String parkReason,
        @Nullable String waitingOn,
        List<Conversion> conversions) {

    /** The same, this being how it was converted; of no interest unless it is parked. */
    Screened by(Conversion conversion) {
        return parkReason == null
                ? this
                : new Screened(key, messageId, lane, hall, parkReason, waitingOn, List.of(conversion));
    }
}
