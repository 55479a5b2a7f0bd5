package org.hotlinegateway.workbench;

import java.util.List;

/**
 * What a candidate mapping set makes of recorded traffic, beside a baseline. Every conversion compared is in exactly one
 * of {@code unchanged}, {@code changed}, {@code failing}, {@code repaired} and {@code broken}.
 *
 * @param compared how many conversions were done by both sets
 * @param unchanged how many come out byte for byte the same
 * @param changed how many come out otherwise
 * @param failing how many fail that did not
 * @param repaired how many do not fail any more
 * @param broken how many fail with both
 * @param skipped how many could not be compared: baseline not kept, or without that mapping
 * @param unreadable how many are damaged, or sealed by a storage key that is absent
 * @param changes by mapping and field, most frequent first
 * @param failures by mapping, code and path, most frequent first
 * @param repairs likewise, by what the baseline says
 */
public record PreviewResult(
        long compared,
        long unchanged,
        long changed,
        long failing,
        long repaired,
        long broken,
        long skipped,
        long unreadable,
        List<Change> changes,
        List<Failure> failures,
        List<Failure> repairs) {

    /** Whether anything at all comes out otherwise. */
    public boolean isNothing() {
        return changed + failing + repaired == 0;
    }

    /**
     * A field that comes out otherwise.
     *
     * @param field target path, positions as {@code []}; empty when only the form of the message differs
     * @param count how many messages
     */
    public record Change(String mapping, String field, long count, List<Example> examples) {}

    /**
     * One message in which it does.
     *
     * @param message kind and number, such as {@code delivery 12}
     * @param path target path in this message
     * @param before masked; empty when there was no such field
     * @param after likewise
     */
    public record Example(String message, String path, String before, String after) {}

    /**
     * A field that cannot be converted.
     *
     * @param code of the field error; {@code NO_MAPPING} when the set has no mapping of that name
     * @param path target path, positions as {@code []}
     * @param text what is wrong in the first of them
     * @param messages the first few, such as {@code message 7}
     */
    public record Failure(String mapping, String code, String path, String text, long count, List<String> messages) {}
}
