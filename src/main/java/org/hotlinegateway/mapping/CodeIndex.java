package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a code table by the bytes of their keys: no text is made of a code that is looked up. A row's key and value
 * stand side by side, and four bytes say where: a look-up goes to two places of memory.
 */
final class CodeIndex {
    private static final VarHandle TWO = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    /** Before a row's key and value: the length of either and the value's continuations, two bytes each. */
    private static final int HEAD = 6;

    private static final int LONGEST = Short.MAX_VALUE;

    private static final int LAST_PLACE = 0xFFFFFF;

    /** Lower three bytes the place of a row, 0 where no row is; the upper one is some of its key's hash. */
    private final int[] slots;

    private final int shift;
    private final byte[] rows;

    private CodeIndex(int size, byte[] rows) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size * 2 + 1);
        this.slots = new int[1 << bits];
        this.shift = Long.SIZE - bits;
        this.rows = rows;
        for (int row = 1; row < rows.length; row = end(row)) {
            int key = row + HEAD;
            long hash = hash(rows, key, key + keyLength(row));
            slots[free(hash)] = tag(hash) | row;
        }
    }

    /** Null when a key or a value has no bytes of its own, as half a character has none, or there are too many of them. */
    static @Nullable CodeIndex of(Map<String, String> codes) {
        Bytes rows = new Bytes(codes.size() * 32 + 1);
        rows.add(0);
        for (Map.Entry<String, String> code : codes.entrySet()) {
            Value.Text key = Value.Text.known(code.getKey());
            Value.Text value = Value.Text.known(code.getValue());
            boolean fits = key.hasBytes() && key.to() <= LONGEST && value.hasBytes() && value.to() <= LONGEST;
            if (!fits || rows.size() > LAST_PLACE) {
                return null;
            }
            add(key, value, rows);
        }
        return new CodeIndex(codes.size(), rows.toArray());
    }

    private static void add(Value.Text key, Value.Text value, Bytes rows) {
        addTwo(key.to(), rows);
        addTwo(value.to(), rows);
        addTwo(value.continuations(), rows);
        rows.add(key.source());
        rows.add(value.source());
    }

    private static void addTwo(int number, Bytes rows) {
        rows.add(number);
        rows.add(number >> 8);
    }

    private int end(int row) {
        return row + HEAD + keyLength(row) + valueLength(row);
    }

    private int keyLength(int row) {
        return (short) TWO.get(rows, row);
    }

    private int valueLength(int row) {
        return (short) TWO.get(rows, row + 2);
    }

    private int continuations(int row) {
        return (short) TWO.get(rows, row + 4);
    }

    private int free(long hash) {
        int slot = (int) (hash >>> shift);
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        return slot;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private static int tag(long hash) {
        return (int) hash & ~LAST_PLACE;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + EightBytes.COUNT <= to; at += EightBytes.COUNT) {
            hash = mixed(hash ^ EightBytes.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        return mixed(hash ^ rest);
    }

    private static long mixed(long bits) {
        long product = bits * MIXER;
        return product ^ product >>> 32;
    }

    /** The value of a key; null when the table has no such key. */
    Value.@Nullable Text find(byte[] bytes, int from, int to) {
        long hash = hash(bytes, from, to);
        int slot = (int) (hash >>> shift);
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            int row = found & LAST_PLACE;
            if (tag(found) == tag(hash) && hasKey(row, bytes, from, to)) {
                return value(row);
            }
            slot = next(slot);
        }
        return null;
    }

    private boolean hasKey(int row, byte[] bytes, int from, int to) {
        if (keyLength(row) != to - from) {
            return false;
        }
        for (int i = from, at = row + HEAD; i < to; i++, at++) {
            if (rows[at] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private Value.Text value(int row) {
        int from = row + HEAD + keyLength(row);
        return new Value.Text(rows, from, from + valueLength(row), continuations(row));
    }
}
