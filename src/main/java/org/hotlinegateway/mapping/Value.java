package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A light immutable document tree; numbers keep the text they were written with. */
sealed interface Value {
    Value NULL = new Null();

    /** Kind of this value as an error names it. */
    String kind();

    record Text(String text) implements Value {
        @Override
        public String kind() {
            return "text";
        }
    }

    record Num(String text) implements Value {
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
        private String[] names = new String[8];
        private Value[] values = new Value[8];
        private int size;

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
            for (int i = 0; i < size; i++) {
                if (names[i].equals(name)) {
                    return values[i];
                }
            }
            return null;
        }

        /** Only while the tree is being built. */
        void add(String name, Value value) {
            if (size == names.length) {
                names = java.util.Arrays.copyOf(names, size * 2);
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            names[size] = name;
            values[size++] = value;
        }

        /** Only while the tree is being built: a repeated name becomes an array. */
        void addRepeated(String name, Value value) {
            for (int i = 0; i < size; i++) {
                if (names[i].equals(name)) {
                    values[i] = joined(values[i], value);
                    return;
                }
            }
            add(name, value);
        }

        private static Value joined(Value first, Value next) {
            List<Value> items =
                    first instanceof Arr arr ? new ArrayList<>(arr.items()) : new ArrayList<>(List.of(first));
            items.add(next);
            return new Arr(items);
        }

        @Override
        public String kind() {
            return "object";
        }
    }

    /** Null, absent and blank are one. */
    static boolean isMissing(@Nullable Value value) {
        return value == null
                || value instanceof Null
                || value instanceof Text text && text.text().isBlank();
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
