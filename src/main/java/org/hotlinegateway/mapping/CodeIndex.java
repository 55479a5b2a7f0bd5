package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a code table by the bytes of their keys: no text is made of a code that is looked up. Rows are of one
 * length and each key has its own, in which its value stands behind it: a look-up reads one row, whether it is the code's or
 * another's.
 */
final class CodeIndex {
    private static final VarHandle TWO = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    /** Before a row's key and value: the length of either and the value's continuations, two bytes each. */
    private static final int HEAD = 6;

    private static final int LONGEST = Short.MAX_VALUE;
    private static final int MOST_BYTES = 1 << 24;

    /** The key's length in a row that no code has. */
    private static final short FREE = -1;

    private record Code(Value.Text key, Value.Text value) {
        boolean fits() {
            return key.hasBytes() && key.to() <= LONGEST && value.hasBytes() && value.to() <= LONGEST;
        }

        int length() {
            return HEAD + key.to() + value.to();
        }

        long hash() {
            return CodeIndex.hash(key.source(), 0, key.to());
        }
    }

    private final CodePlaces places;
    private final int length;
    private final byte[] rows;

    private CodeIndex(CodePlaces places, int length, List<Code> codes) {
        this.places = places;
        this.length = length;
        this.rows = new byte[places.count() * length + EightBytes.COUNT];
        for (int place = 0; place < places.count(); place++) {
            TWO.set(rows, place * length, FREE);
        }
        codes.forEach(code -> write(code, row(code.hash())));
    }

    /**
     * Null when a key or a value has no bytes of its own, as half a character has none, when rows as long as the longest
     * would be too many bytes, or when keys cannot be told apart by their hashes.
     */
    static @Nullable CodeIndex of(Map<String, String> table) {
        List<Code> codes = new ArrayList<>();
        table.forEach((key, value) -> codes.add(new Code(Value.Text.known(key), Value.Text.known(value))));
        if (!codes.stream().allMatch(Code::fits)) {
            return null;
        }
        int length = codes.stream().mapToInt(Code::length).max().orElse(HEAD);
        CodePlaces places = CodePlaces.of(codes.stream().mapToLong(Code::hash).toArray());
        return places == null || (long) places.count() * length > MOST_BYTES
                ? null
                : new CodeIndex(places, length, codes);
    }

    private void write(Code code, int row) {
        int key = row + HEAD;
        int keyLength = code.key().to();
        int valueLength = code.value().to();
        TWO.set(rows, row, (short) keyLength);
        TWO.set(rows, row + 2, (short) valueLength);
        TWO.set(rows, row + 4, (short) code.value().continuations());
        System.arraycopy(code.key().source(), 0, rows, key, keyLength);
        System.arraycopy(code.value().source(), 0, rows, key + keyLength, valueLength);
    }

    private int row(long hash) {
        return places.of(hash) * length;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + EightBytes.COUNT <= to; at += EightBytes.COUNT) {
            hash = mixed(hash ^ EightBytes.get(bytes, at));
        }
        return mixed(hash ^ EightBytes.fewer(bytes, at, to));
    }

    private static long mixed(long bits) {
        long product = bits * MIXER;
        return product ^ product >>> 32;
    }

    /** The value of a key; null when the table has no such key. */
    Value.@Nullable Text find(byte[] bytes, int from, int to) {
        int row = row(hash(bytes, from, to));
        return hasKey(row, bytes, from, to) ? value(row) : null;
    }

    private boolean hasKey(int row, byte[] bytes, int from, int to) {
        if (two(row) != to - from) {
            return false;
        }
        int key = row + HEAD;
        int at = from;
        for (; at + EightBytes.COUNT <= to; at += EightBytes.COUNT, key += EightBytes.COUNT) {
            if (EightBytes.get(rows, key) != EightBytes.get(bytes, at)) {
                return false;
            }
        }
        return EightBytes.fewer(rows, key, key + to - at) == EightBytes.fewer(bytes, at, to);
    }

    private Value.Text value(int row) {
        int from = row + HEAD + two(row);
        return new Value.Text(rows, from, from + two(row + 2), two(row + 4));
    }

    private int two(int at) {
        return (short) TWO.get(rows, at);
    }
}
