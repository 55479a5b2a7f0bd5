package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A field's name that may stand in a message, compared with its bytes eight at once. */
final class KnownName {
    private final byte[] bytes;
    private final int length;
    /** The first eight bytes, or all. */
    private final long head;
    /** Which bits of eight bytes are the head's. */
    private final long mask;
    /** The last eight bytes, which may be some of the head's. */
    private final long tail;

    KnownName(String name) {
        this.bytes = name.getBytes(StandardCharsets.UTF_8);
        this.length = bytes.length;
        byte[] padded = Arrays.copyOf(bytes, Math.max(length, EightBytes.COUNT));
        this.head = EightBytes.get(padded, 0);
        this.mask = length == 0 ? 0 : -1L >>> Math.max(0, EightBytes.COUNT - length) * Byte.SIZE;
        this.tail = EightBytes.get(padded, padded.length - EightBytes.COUNT);
    }

    int length() {
        return length;
    }

    int hash() {
        return Wanted.hash(bytes, 0, length);
    }

    /** Whether it stands at a place of a message, whatever follows it. */
    boolean isAt(byte[] message, int from) {
        if (from + EightBytes.COUNT > message.length) {
            return from + length <= message.length && Arrays.equals(bytes, 0, length, message, from, from + length);
        }
        if (((EightBytes.get(message, from) ^ head) & mask) != 0) {
            return false;
        }
        return length <= EightBytes.COUNT || from + length <= message.length && endsAt(message, from + length);
    }

    private boolean endsAt(byte[] message, int end) {
        return EightBytes.get(message, end - EightBytes.COUNT) == tail
                && (length <= 2 * EightBytes.COUNT || Arrays.equals(bytes, 0, length, message, end - length, end));
    }
}
