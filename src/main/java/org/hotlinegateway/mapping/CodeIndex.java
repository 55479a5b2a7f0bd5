package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a code table by the bytes of their keys: no text is made of a code that is looked up. A key lies beside its
 * value, and a hash beside the number of its row, so that a long table costs few lines of the processor's cache.
 */
final class CodeIndex {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final long HASH = 0xFFFFFFFF00000000L;

    /** Stands before each key, and in no UTF-8. */
    private static final byte MARK = (byte) 0xFF;

    /** Upper half the hash, lower half the number of the row, counted from 1; 0 where no row is. */
    private final long[] slots;

    private final Value.Text[] values;

    private CodeIndex(Map<String, String> codes) {
        this.slots = new long[Math.max(4, Integer.highestOneBit(codes.size() * 4))];
        this.values = new Value.Text[codes.size()];
        Bytes all = new Bytes(codes.size() * 16 + 16);
        codes.forEach((key, value) -> {
            all.add(MARK);
            all.add(key.getBytes(StandardCharsets.UTF_8));
            all.add(value.getBytes(StandardCharsets.UTF_8));
        });
        fill(codes, all.toArray());
    }

    /** Null when a key or a value has no bytes of its own, as half a character has none. */
    static @Nullable CodeIndex of(Map<String, String> codes) {
        boolean all = codes.entrySet().stream()
                .allMatch(code -> Value.Text.known(code.getKey()).hasBytes()
                        && Value.Text.known(code.getValue()).hasBytes());
        return all ? new CodeIndex(codes) : null;
    }

    private void fill(Map<String, String> codes, byte[] all) {
        int at = 0;
        int row = 0;
        for (Map.Entry<String, String> code : codes.entrySet()) {
            int key = at + 1;
            int from = key + code.getKey().getBytes(StandardCharsets.UTF_8).length;
            Value.Text value = Value.Text.known(code.getValue());
            at = from + value.to();
            values[row++] = value.moved(all, from);
            long hash = hash(all, key, from);
            slots[free(hash)] = hash & HASH | row;
        }
    }

    private int free(long hash) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int slot(long hash) {
        return (int) (hash >>> 20) & slots.length - 1;
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mixed(hash ^ (long) EIGHT.get(bytes, at));
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
        int slot = slot(hash);
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if ((found ^ hash) >>> 32 == 0) {
                Value.Text value = values[(int) found - 1];
                if (isBefore(value, bytes, from, to)) {
                    return value;
                }
            }
            slot = slot + 1 & slots.length - 1;
        }
        return null;
    }

    private static boolean isBefore(Value.Text value, byte[] bytes, int from, int to) {
        byte[] all = value.source();
        int key = value.from() - (to - from);
        if (key < 1 || all[key - 1] != MARK) {
            return false;
        }
        for (int i = from, at = key; i < to; i++, at++) {
            if (all[at] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
