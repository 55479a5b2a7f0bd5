package org.hotlinegateway.mapping;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a code table by the bytes of their keys: no text is made of a code that is looked up. Rows are of one
 * length and each key has its own, in which its value stands behind it: a look-up reads one row, whether it is the code's or
 * another's.
 */
final class CodeIndex {
    private static final VarHandle TWO = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    /** Before a row's key and value: the number of their shape. */
    private static final int HEAD = Short.BYTES;

    private static final int NO_ROW = -1;
    private static final int LONGEST = Short.MAX_VALUE;
    private static final int MOST_BYTES = 1 << 24;
    private static final int MOST_SHAPES = 1 << Short.SIZE;

    /** What a row is like besides its bytes; most tables have few that differ. */
    private record Shape(int keyLength, int valueLength, int continuations) {
        /** A row that no code has. */
        static final Shape FREE = new Shape(-1, 0, 0);
    }

    private record Code(Value.Text key, Value.Text value) {
        boolean fits() {
            return key.hasBytes() && key.to() <= LONGEST && value.hasBytes() && value.to() <= LONGEST;
        }

        Shape shape() {
            return new Shape(key.to(), value.to(), value.continuations());
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
    private final Shape[] shapes;
    private final byte[] rows;

    private CodeIndex(CodePlaces places, int length, Shape[] shapes) {
        this.places = places;
        this.length = length;
        this.shapes = shapes;
        this.rows = new byte[places.count() * length + EightBytes.COUNT];
    }

    /**
     * Null when a key or a value has no bytes of its own, as half a character has none, when rows as long as the longest
     * would be too many bytes, when they have too many shapes, or when keys cannot be told apart by their hashes.
     */
    static @Nullable CodeIndex of(Map<String, String> table) {
        List<Code> codes = new ArrayList<>();
        table.forEach((key, value) -> codes.add(new Code(Value.Text.known(key), Value.Text.known(value))));
        if (!codes.stream().allMatch(Code::fits)) {
            return null;
        }
        int length = codes.stream().mapToInt(Code::length).max().orElse(HEAD);
        Map<Shape, Integer> shapes = numbered(codes);
        CodePlaces places = CodePlaces.of(codes.stream().mapToLong(Code::hash).toArray());
        if (places == null || (long) places.count() * length > MOST_BYTES || shapes.size() > MOST_SHAPES) {
            return null;
        }
        CodeIndex index = new CodeIndex(places, length, shapes.keySet().toArray(Shape[]::new));
        codes.forEach(code -> index.write(code, Objects.requireNonNull(shapes.get(code.shape()))));
        return index;
    }

    private static Map<Shape, Integer> numbered(List<Code> codes) {
        Map<Shape, Integer> numbers = new LinkedHashMap<>(Map.of(Shape.FREE, 0));
        codes.forEach(code -> numbers.putIfAbsent(code.shape(), numbers.size()));
        return numbers;
    }

    private void write(Code code, int shape) {
        int row = row(code.hash());
        int key = row + HEAD;
        int keyLength = code.key().to();
        TWO.set(rows, row, (short) shape);
        System.arraycopy(code.key().source(), 0, rows, key, keyLength);
        System.arraycopy(
                code.value().source(), 0, rows, key + keyLength, code.value().to());
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
        return value(row, shape(row), bytes, from, to);
    }

    /** The values of some keys, each at its key's place; null for what is no key, and for a text with blanks around it. */
    @Nullable
    Value[] find(List<Value> keys) {
        int[] found = rows(keys);
        int[] numbers = shapes(found);
        @Nullable Value[] values = new Value[found.length];
        for (int i = 0; i < found.length; i++) {
            if (found[i] != NO_ROW && keys.get(i) instanceof Value.Text key) {
                values[i] = value(found[i], numbers[i], key.source(), key.from(), key.to());
            }
        }
        return values;
    }

    private int[] rows(List<Value> keys) {
        int[] found = new int[keys.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = keys.get(i) instanceof Value.Text key && key.isEdged()
                    ? row(hash(key.source(), key.from(), key.to()))
                    : NO_ROW;
        }
        return found;
    }

    /** Rows of a long table are far from the processor: as nothing is done between one and the next, it fetches many at once. */
    private int[] shapes(int[] found) {
        int[] numbers = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            numbers[i] = found[i] == NO_ROW ? 0 : shape(found[i]);
        }
        return numbers;
    }

    private int shape(int row) {
        return (short) TWO.get(rows, row) & 0xFFFF;
    }

    private Value.@Nullable Text value(int row, int number, byte[] bytes, int from, int to) {
        Shape shape = shapes[number];
        if (!hasKey(row, shape, bytes, from, to)) {
            return null;
        }
        int value = row + HEAD + shape.keyLength();
        return new Value.Text(rows, value, value + shape.valueLength(), shape.continuations());
    }

    private boolean hasKey(int row, Shape shape, byte[] bytes, int from, int to) {
        if (shape.keyLength() != to - from) {
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
}
