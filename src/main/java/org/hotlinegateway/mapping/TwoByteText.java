package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Chinese text in the encodings of the GB family, whose characters mostly have one byte, as in ASCII, or two. Goes by a
 * table of what the platform makes of every pair of bytes.
 */
final class TwoByteText {
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_LEAD = 0x81;
    private static final int LAST_LEAD = 0xFE;
    private static final int FIRST_TRAIL = 0x40;
    private static final int LAST_TRAIL = 0xFE;
    private static final int NO_TRAIL = 0x7F;

    /** By lead, without its highest bit, and trail: the bytes of UTF-8, the first one lowest; 0 where there is no character. */
    private static final int[] ENCODED = encoded(Charset.forName("GB18030"));

    private TwoByteText() {}

    private static int[] encoded(Charset charset) {
        int[] encoded = new int[0x8000];
        for (int lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
            for (int trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail++) {
                if (trail != NO_TRAIL) {
                    byte[] pair = {(byte) lead, (byte) trail};
                    encoded[(lead & 0x7F) << 8 | trail] = encoded(new String(pair, charset).charAt(0));
                }
            }
        }
        return encoded;
    }

    private static int encoded(char c) {
        int last = 0x80 | c & 0x3F;
        return c < 0x800 ? 0xC0 | c >> 6 | last << 8 : 0xE0 | c >> 12 | (0x80 | c >> 6 & 0x3F) << 8 | last << 16;
    }

    /** The text from a place on in UTF-8; null when not every character has one byte or two. */
    static byte @Nullable [] utf8(byte[] bytes, int from) {
        byte[] out = new byte[(bytes.length - from) / 2 * 3 + EightBytes.COUNT];
        int end = 0;
        int at = from;
        while (at < bytes.length) {
            int ascii = ascii(bytes, at, out, end);
            at += ascii;
            end += ascii;
            while (at < bytes.length && bytes[at] < 0) {
                int encoded = at + 1 < bytes.length ? ENCODED[(bytes[at] & 0x7F) << 8 | bytes[at + 1] & 0xFF] : 0;
                if (encoded == 0) {
                    return null;
                }
                FOUR.set(out, end, encoded);
                end += encoded >>> 16 == 0 ? 2 : 3;
                at += 2;
            }
        }
        return Arrays.copyOf(out, end);
    }

    /** Copies ASCII, eight bytes at once where they are there, and tells how many. */
    private static int ascii(byte[] bytes, int start, byte[] out, int end) {
        int at = start;
        int to = end;
        for (int last = bytes.length - EightBytes.COUNT; at <= last; at += EightBytes.COUNT, to += EightBytes.COUNT) {
            long eight = EightBytes.get(bytes, at);
            EightBytes.set(out, to, eight);
            long wide = EightBytes.wide(eight);
            if (wide != 0) {
                return at - start + EightBytes.before(wide);
            }
        }
        while (at < bytes.length && bytes[at] >= 0) {
            out[to++] = bytes[at++];
        }
        return at - start;
    }
}
