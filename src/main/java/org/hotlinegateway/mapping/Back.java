package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled part of the way back; does nothing where the target is as it was. */
sealed interface Back {
    Reversal line();

    /**
     * The source with this part put back.
     *
     * @param source what is there already, null for nothing
     * @param before the target as it was, null when there was none
     * @param after the target as it shall be
     */
    @Nullable
    Value back(@Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame);

    /** Puts all parts back. */
    static @Nullable Value all(
            List<Back> parts, @Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame) {
        Value at = source;
        for (Back part : parts) {
            try {
                at = part.back(at, before, after, frame);
            } catch (FieldFault fault) {
                frame.run().fail(error(part.line(), fault));
            }
        }
        return at;
    }

    private static FieldError error(Reversal line, FieldFault fault) {
        String source = line.sources().isEmpty() ? null : line.sources().get(0);
        return new FieldError(fault.code(), line.target(), source, line.place(), fault.text());
    }

    /** One value. */
    record Field(Reversal line, List<String> names, Put put) implements Back {
        @Override
        public @Nullable Value back(
                @Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame) {
            Value value = Parts.at(after, names);
            if (Parts.same(Parts.at(before, names), value)) {
                return source;
            }
            return put.into(source, Value.isMissing(value) ? null : value, frame);
        }
    }

    /** A value that must stand in the target; nothing goes back. */
    record Checked(Reversal line, List<String> names, String expected) implements Back {
        @Override
        public @Nullable Value back(
                @Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame) {
            Value value = Parts.at(after, names);
            if (!Value.isMissing(value) && !expected.equals(Value.scalarText(value))) {
                throw new FieldFault(FieldError.Code.VALUE, "is not '" + expected + "'");
            }
            return source;
        }
    }

    /** A rule of its own, read from the target. */
    record Given(Reversal line, FieldRule rule, Put put) implements Back {
        @Override
        public @Nullable Value back(
                @Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame) {
            Value value = value(after, frame);
            return Parts.same(value(before, frame), value) ? source : put.into(source, value, frame);
        }

        private @Nullable Value value(@Nullable Value target, Frame frame) {
            Value value = target == null ? null : rule.value(new Frame(frame.run(), target, null, frame.index()));
            return Value.isMissing(value) ? null : value;
        }
    }

    /** Fields no rule reads: back where they stood. */
    record Rest(Reversal line, List<String> names) implements Back {
        @Override
        public @Nullable Value back(
                @Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame) {
            Value old = Parts.at(before, names);
            Value rest = Parts.at(after, names);
            if (Parts.same(old, rest)) {
                return source;
            }
            Value kept = Parts.subtracted(source, old);
            return Value.isMissing(rest) || rest == null ? kept : Parts.merged(kept, rest);
        }
    }

    /** The elements of an array. */
    record Each(Reversal line, List<String> names, @Nullable Path existing, Condition where, Put put, List<Back> parts)
            implements Back {
        @Override
        public @Nullable Value back(
                @Nullable Value source, @Nullable Value before, @Nullable Value after, Frame frame) {
            Value old = Parts.at(before, names);
            Value fresh = Parts.at(after, names);
            if (Parts.same(old, fresh)) {
                return source;
            }
            if (fresh == null || Value.isMissing(fresh)) {
                return put.into(source, null, frame);
            }
            Value there = existing == null ? null : Parts.at(source, existing);
            Elements elements = new Elements(this, Elements.of(there), frame);
            return put.into(source, new Value.Arr(elements.back(before == null ? null : old, fresh)), frame);
        }
    }
}
