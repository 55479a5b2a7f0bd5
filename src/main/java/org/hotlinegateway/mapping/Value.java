package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A light immutable document tree; numbers keep the text they were written with. */
sealed interface Value {
    Value NULL = new Null();

    /** Kind of this value as an error names it. */
    String kind();

    /** Characters, trimmed or not. */
    final class Text extends Written implements Value {
        Text(String text) {
            super(text);
        }

        Text(byte[] source, int from, int to, int continuations) {
            super(source, from, to, continuations);
        }

        Text(byte[] source, int from, int to, int continuations, String text) {
            super(source, from, to, continuations, text);
        }

        /** A text that is known before any message and written into many: its bytes are made once. */
        static Text known(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            boolean whole = new String(bytes, StandardCharsets.UTF_8).equals(text);
            return whole ? new Text(bytes, 0, bytes.length, plain(bytes), text) : new Text(text);
        }

        private static int plain(byte[] bytes) {
            int continuations = 0;
            for (byte b : bytes) {
                if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                    return NOT_PLAIN;
                }
                continuations += (b & 0xC0) == 0x80 ? 1 : 0;
            }
            return continuations;
        }

        /** Without blanks at both ends; null when nothing is left. */
        @Nullable
        Text stripped() {
            if (isEdged()) {
                return this;
            }
            String whole = text();
            String stripped = whole.strip();
            return stripped.isEmpty() ? null : stripped.length() == whole.length() ? this : new Text(stripped);
        }

        /** The first code points, or all. */
        Text first(int codePoints) {
            if (isWithin(codePoints)) {
                return this;
            }
            if (hasBytes()) {
                int end = after(codePoints);
                return new Text(source(), from(), end, isPlain() ? end - from() - codePoints : NOT_PLAIN);
            }
            return new Text(text().substring(0, text().offsetByCodePoints(0, codePoints)));
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    /** A number as it was written. */
    final class Num extends Written implements Value {
        Num(String text) {
            super(text);
        }

        Num(byte[] source, int from, int to) {
            super(source, from, to, 0);
        }

        @Override
        public String kind() {
            return "number";
        }
    }

    record Bool(boolean value) implements Value {
        static final Bool TRUE = new Bool(true);
        static final Bool FALSE = new Bool(false);

        static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }

        @Override
        public String kind() {
            return "boolean";
        }
    }

    record Null() implements Value {
        @Override
        public String kind() {
            return "null";
        }
    }

    record Arr(List<Value> items) implements Value {
        @Override
        public String kind() {
            return "array";
        }
    }

    /** Fields in the order of the message; look-up is linear, as objects are small. */
    final class Obj implements Value {
        private static final int FEW = 8;

        private final boolean interned;
        private String[] names;
        private Value[] values;
        private int size;

        Obj() {
            this(FEW, false);
        }

        /** @param interned all names come from {@link Wanted}: equal ones are one object */
        Obj(int capacity, boolean interned) {
            this.interned = interned;
            this.names = new String[capacity];
            this.values = new Value[capacity];
        }

        int size() {
            return size;
        }

        String name(int index) {
            return names[index];
        }

        Value value(int index) {
            return values[index];
        }

        @Nullable
        Value get(String name) {
            int at = indexOf(name);
            return at < 0 ? null : values[at];
        }

        /** Where a field stands; negative when there is none. */
        int indexOf(String name) {
            for (int i = 0; i < size; i++) {
                if (isAt(i, name)) {
                    return i;
                }
            }
            for (int i = 0; i < size && !interned; i++) {
                if (names[i].equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        /** Whether a field of exactly this name, the same object, stands at a place. */
        boolean isAt(int index, String name) {
            return index < size && names[index] == name;
        }

        /** Only while the tree is being built. */
        void add(String name, Value value) {
            if (size == names.length) {
                int capacity = Math.max(FEW, size * 2);
                names = java.util.Arrays.copyOf(names, capacity);
                values = java.util.Arrays.copyOf(values, capacity);
            }
            names[size] = name;
            values[size++] = value;
        }

        /** Only while the tree is being built: a repeated name becomes an array. */
        void addRepeated(String name, Value value) {
            int at = indexOf(name);
            if (at < 0) {
                add(name, value);
            } else {
                values[at] = joined(values[at], value);
            }
        }

        private static Value joined(Value first, Value next) {
            Arr all = first instanceof Arr arr ? arr : new Arr(new ArrayList<>(List.of(first)));
            all.items().add(next);
            return all;
        }

        @Override
        public String kind() {
            return "object";
        }
    }

    /** Null, absent and blank are one. */
    static boolean isMissing(@Nullable Value value) {
        return value == null || value instanceof Null || value instanceof Text text && text.isBlank();
    }

    /** The scalar's text, or null for an object, an array or null. */
    static @Nullable String scalarText(@Nullable Value value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Num num) {
            return num.text();
        }
        return value instanceof Bool bool ? String.valueOf(bool.value()) : null;
    }
}
