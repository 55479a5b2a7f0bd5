package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 taken strictly: nothing overlong, no halves of pairs, nothing beyond the last character. */
final class Utf8 {
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int THREE = 0x8080E0;
    private static final int THREE_MASK = 0xC0C0F0;

    /** By the lower half of the first of three bytes: it may be overlong, half of a pair or no character. */
    private static final int DOUBTFUL = 1 | 1 << 0xD | 1 << 0xF;

    private Utf8() {}

    /** Where a run of characters of three bytes ends that are surely characters, as Chinese ones are. */
    static int threes(byte[] bytes, int start) {
        int at = start;
        for (int last = bytes.length - Integer.BYTES; at <= last; at += 3) {
            int four = (int) FOUR.get(bytes, at);
            if ((four & THREE_MASK) != THREE || (DOUBTFUL >>> (four & 0xF) & 1) != 0) {
                break;
            }
        }
        return at;
    }

    /** How many bytes the character beyond ASCII has that begins at a place: 2 to 4; 0 when there is none. */
    static int width(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead > 0xE0 && lead < 0xED && isFollowedByTwo(bytes, at)) {
            return 3;
        }
        if (lead >= 0xE0 && lead < 0xF0) {
            return isThree(bytes, at) ? 3 : 0;
        }
        return lead >= 0xF0 ? isFour(lead, bytes, at) ? 4 : 0 : isTwo(lead, bytes, at) ? 2 : 0;
    }

    private static boolean isTwo(int lead, byte[] bytes, int at) {
        return lead >= 0xC2 && at + 1 < bytes.length && isContinuation(bytes[at + 1]);
    }

    /** Neither overlong nor half of a pair. */
    private static boolean isThree(byte[] bytes, int at) {
        if (!isFollowedByTwo(bytes, at)) {
            return false;
        }
        int start = (bytes[at] & 0x0F) << 6 | bytes[at + 1] & 0x3F;
        return start >= 0x20 && (start < 0x360 || start > 0x37F);
    }

    private static boolean isFour(int lead, byte[] bytes, int at) {
        if (lead > 0xF4 || at + 3 >= bytes.length || !isFollowedByTwo(bytes, at) || !isContinuation(bytes[at + 3])) {
            return false;
        }
        int start = (lead & 0x07) << 6 | bytes[at + 1] & 0x3F;
        return start >= 0x10 && start < 0x110;
    }

    static boolean isFollowedByTwo(byte[] bytes, int at) {
        return at + 2 < bytes.length && isContinuation(bytes[at + 1]) && isContinuation(bytes[at + 2]);
    }

    private static boolean isContinuation(byte one) {
        return (one & 0xC0) == 0x80;
    }
}
