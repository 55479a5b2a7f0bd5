package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A scalar as it stands in a message: a run of the message's bytes, in UTF-8, that becomes characters only when somebody
 * asks for them.
 */
abstract class Written {
    /** Some byte needs an escape in JSON. */
    static final int NOT_PLAIN = -1;

    private static final byte[] NONE = {};
    private static final int CONTINUATION = 0xC0;
    private static final char LEAST_WIDE = 0x7F;
    private static final char LAST_BLANK = 0x3000;

    private final byte[] source;
    private final int from;
    private final int to;
    private final int continuations;
    private @Nullable String text;

    Written(String text) {
        this.source = NONE;
        this.from = 0;
        this.to = 0;
        this.continuations = NOT_PLAIN;
        this.text = text;
    }

    /** @param continuations bytes that do not begin a character, or {@link #NOT_PLAIN} */
    Written(byte[] source, int from, int to, int continuations) {
        this(source, from, to, continuations, null);
    }

    /** @param text the same as characters, where they are known already */
    Written(byte[] source, int from, int to, int continuations, @Nullable String text) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.continuations = continuations;
        this.text = text;
    }

    String text() {
        String made = text;
        if (made == null) {
            made = new String(source, from, to - from, StandardCharsets.UTF_8);
            text = made;
        }
        return made;
    }

    /** It has bytes of its own; else it was made of characters. */
    boolean hasBytes() {
        return source != NONE;
    }

    /** Its bytes may stand in JSON as they are. */
    boolean isPlain() {
        return continuations >= 0;
    }

    int continuations() {
        return continuations;
    }

    byte[] source() {
        return source;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean isBlank() {
        if (from < to && isNoBlank(from)) {
            return false;
        }
        String whole = text();
        return (whole.isEmpty() || !isNoBlank(whole.charAt(0))) && whole.isBlank();
    }

    /** Certainly begins and ends with something that is no blank. */
    boolean isEdged() {
        return from < to && isNoBlank(from) && isNoBlank(leading(to - 1));
    }

    private int leading(int at) {
        int first = at;
        while (first > from && (source[first] & CONTINUATION) == 0x80) {
            first--;
        }
        return first;
    }

    private static boolean isNoBlank(char c) {
        return c > ' ' && c < LEAST_WIDE || c > LAST_BLANK;
    }

    /** Blanks beyond ASCII take three bytes, and none of them begins as a Han character does. */
    private boolean isNoBlank(int at) {
        int lead = source[at];
        if (lead >= 0 || lead < (byte) 0xE0 || lead > (byte) 0xE3) {
            return lead > ' ' || lead < 0;
        }
        int codePoint = (lead & 0x0F) << 12 | (source[at + 1] & 0x3F) << 6 | source[at + 2] & 0x3F;
        return !Character.isWhitespace(codePoint);
    }

    /** Whether it has at most so many code points. */
    boolean isWithin(int codePoints) {
        return hasBytes()
                ? to - from <= codePoints || codePointsOfBytes() <= codePoints
                : text().length() <= codePoints || codePoints() <= codePoints;
    }

    /** The place after the first code points; all of its bytes when it has no more. */
    int after(int codePoints) {
        int at = from;
        int left = codePoints;
        while (at < to) {
            if ((source[at] & CONTINUATION) != 0x80 && --left < 0) {
                return at;
            }
            at++;
        }
        return to;
    }

    int codePoints() {
        String whole = text();
        return whole.codePointCount(0, whole.length());
    }

    private int codePointsOfBytes() {
        if (continuations >= 0) {
            return to - from - continuations;
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (source[i] & CONTINUATION) == 0x80 ? 0 : 1;
        }
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Written that && getClass() == that.getClass() && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
