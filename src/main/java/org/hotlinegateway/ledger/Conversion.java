package org.hotlinegateway.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one message was converted: with its source all that is needed to convert it once more and get the same.
 *
 * @param mapping name of the mapping
 * @param digest mapping set that was live
 * @param at what {@code $now} was; whole milliseconds
 * @param values the other context values
 * @param batch numbers of the deliveries whose documents it read together; empty when it read one document
 * @param source the bytes it read when the ledger has them nowhere else, as a peer's answer; else null
 */
public record Conversion(
        String mapping,
        String digest,
        Instant at,
        Map<String, String> values,
        List<Long> batch,
        byte @Nullable [] source) {
    public Conversion {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        values = Map.copyOf(values);
        batch = List.copyOf(batch);
    }

    /** The same, its source kept elsewhere. */
    public Conversion withoutSource() {
        return new Conversion(mapping, digest, at, values, batch, null);
    }

    /** The same, having read the documents of several deliveries, which are kept. */
    public Conversion ofBatch(List<Long> deliveries) {
        return new Conversion(mapping, digest, at, values, deliveries, null);
    }
}
