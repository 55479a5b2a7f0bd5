package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a message looked at as one number, the first of them lowest. A mark is the high bit of a byte. */
final class EightBytes {
    static final int COUNT = Long.BYTES;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long MARKS = 0x8080808080808080L;

    private EightBytes() {}

    static long get(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at);
    }

    /** Fewer than eight bytes as one number; what follows them does not count. */
    static long fewer(byte[] bytes, int from, int to) {
        if (from + COUNT <= bytes.length) {
            return get(bytes, from) & (1L << (to - from) * Byte.SIZE) - 1;
        }
        long some = 0;
        for (int at = to - 1; at >= from; at--) {
            some = some << Byte.SIZE | bytes[at] & 0xFF;
        }
        return some;
    }

    static void set(byte[] bytes, int at, long eight) {
        EIGHT.set(bytes, at, eight);
    }

    /** Marks the first byte that JSON writes with an escape, among any others; maybe others behind it. */
    static long escaped(long eight) {
        long quote = eight ^ ONES * '"';
        long backslash = eight ^ ONES * '\\';
        return (eight - ONES * ' ' & ~eight | quote - ONES & ~quote | backslash - ONES & ~backslash) & MARKS;
    }

    /** Marks the bytes beyond ASCII. */
    static long wide(long eight) {
        return eight & MARKS;
    }

    /** Marks the first byte that is a certain one of ASCII; maybe others behind it. */
    static long equal(long eight, int ascii) {
        return (eight ^ ONES * ascii) - ONES & MARKS;
    }

    /** Marks the first byte that is one of two of ASCII, which differ in one bit; maybe others behind it. */
    static long either(long eight, int one, int other) {
        return ((eight | ONES * (one ^ other)) ^ ONES * (one | other)) - ONES & MARKS;
    }

    /** Marks the first byte below a certain one of ASCII; maybe others behind it. */
    static long below(long eight, int ascii) {
        return eight - ONES * ascii & MARKS;
    }

    /** How many bytes stand before the first mark. */
    static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
