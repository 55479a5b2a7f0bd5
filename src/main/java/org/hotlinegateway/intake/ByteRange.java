package org.hotlinegateway.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * The bytes of a file that are asked for. Several ranges at once, and what is no range, count as the whole (RFC 9110, 14.2).
 *
 * @param first the first byte
 * @param last the last byte
 * @param size of the whole
 */
record ByteRange(long first, long last, long size) {

    static ByteRange of(@Nullable String header, long size) {
        ByteRange whole = new ByteRange(0, size - 1, size);
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? of(ranges.get(0), size) : whole;
        } catch (IllegalArgumentException e) {
            return whole;
        }
    }

    private static ByteRange of(HttpRange range, long size) {
        return new ByteRange(range.getRangeStart(size), range.getRangeEnd(size), size);
    }

    boolean isSatisfiable() {
        return first <= last && last < size || size == 0;
    }

    boolean isWhole() {
        return first == 0 && last == size - 1;
    }

    long length() {
        return last - first + 1;
    }
}
