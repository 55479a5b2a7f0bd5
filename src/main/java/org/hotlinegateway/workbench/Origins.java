package org.hotlinegateway.workbench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.mapping.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * Where every field of a recorded message comes from, by the mapping sets and under the time and context in which it was
 * converted. Personal values are masked.
 *
 * @param key receipt of a message; case number, sequence and peer of a delivery
 * @param type name of the message, or type of the event
 * @param conversions in order: of a delivery its message, then the peer's answer; none when nothing was converted, or
 *     before the gateway kept it
 */
public record Origins(
        Recorded.Kind kind, long id, String key, String peer, String type, Instant at, List<Conversion> conversions) {

    /**
     * One conversion.
     *
     * @param digest mapping set that did it
     * @param at what {@code $now} was
     * @param context the other context values
     * @param problem why it cannot be explained, or null
     * @param fields target fields in the order in which they were made
     * @param sources source fields in their order
     * @param errors what could not be converted
     */
    public record Conversion(
            String mapping,
            String digest,
            Instant at,
            Map<String, String> context,
            @Nullable String problem,
            List<Target> fields,
            List<Source> sources,
            List<Fault> errors) {}

    /**
     * A target field.
     *
     * @param value as JSON, masked; null when it has none
     * @param rule {@code file:line:column}
     * @param sources source paths
     * @param steps table row, branch, default, cut, mask or signature applied
     */
    public record Target(
            String path, @Nullable String value, boolean made, String rule, List<String> sources, List<String> steps) {}

    /**
     * A source field.
     *
     * @param value as JSON, masked
     * @param targets where it went
     */
    public record Source(String path, String value, Explanation.Fate fate, List<String> targets) {}

    /** A field that could not be converted. */
    public record Fault(String code, String path, String text) {}
}
