package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule, compiled: reads a value and takes it through the phases.
 *
 * @param place where the rule stands
 * @param target target path, positions of arrays as {@code []}
 * @param reads source paths the rule reads
 * @param guard false makes the field missing, without default and without {@code required}
 * @param elementSteps trim, take and convert, on each element of an array
 * @param join separator, or null
 * @param shapeSteps shape and cut, on each element of an array
 * @param otherwise default, or null
 * @param form whether the target schema expects an array
 * @param checks checks of the finished value, on each element of an array
 */
record FieldRule(
        Place place,
        String target,
        List<Path> reads,
        Condition guard,
        Source source,
        Step[] elementSteps,
        Value.@Nullable Text join,
        Step[] shapeSteps,
        @Nullable Value otherwise,
        boolean required,
        Missing missing,
        Form form,
        Check[] checks) {
    /** What the target schema expects: one value, an array, or nothing certain. */
    enum Form {
        ANY,
        SINGLE,
        ARRAY
    }

    /** What a target field without a value becomes. */
    enum Missing {
        OMIT,
        NULL,
        KEEP_NULL
    }

    /** A check of the finished value. */
    @FunctionalInterface
    interface Check {
        void verify(Value value, Frame frame);
    }

    /** The finished value; null when the field is left out. */
    @Nullable
    Value value(Frame frame) {
        if (guard != Condition.ALWAYS && !guard.holds(frame)) {
            frame.run().reached(Reach.SKIPPED, place);
            return null;
        }
        Value raw = raw(frame);
        Value value = steps(elementSteps, raw, frame);
        if (join != null && value instanceof Value.Arr arr) {
            value = joined(arr, join);
        }
        value = shapeSteps.length == 0 && join == null ? value : steps(shapeSteps, value, frame);
        if (value == null) {
            return absent(raw, frame);
        }
        Value formed = formed(value);
        check(formed, frame);
        return formed;
    }

    /** The source nearly every rule has is not looked up. */
    private @Nullable Value raw(Frame frame) {
        return source instanceof Path path ? path.resolve(frame) : source.read(frame);
    }

    private Value formed(Value value) {
        boolean array = value instanceof Value.Arr;
        if (form == Form.SINGLE && array) {
            throw new FieldFault(
                    FieldError.Code.TYPE, "is an array, expected one value: take one element ([0], [-1]) or use join");
        }
        return form == Form.ARRAY && !array ? new Value.Arr(List.of(value)) : value;
    }

    private @Nullable Value absent(@Nullable Value raw, Frame frame) {
        if (otherwise != null) {
            Trace trace = frame.run().trace();
            if (trace != null) {
                trace.step("default");
                trace.reached(Reach.DEFAULT, place);
            }
            return otherwise;
        }
        if (required) {
            throw new FieldFault(FieldError.Code.REQUIRED, "required, but " + whatIsMissing());
        }
        return missing == Missing.NULL || missing == Missing.KEEP_NULL && raw instanceof Value.Null ? Value.NULL : null;
    }

    private String whatIsMissing() {
        if (reads.isEmpty()) {
            return "has no value";
        }
        return reads.size() == 1 ? reads.get(0) + " is missing" : "has no value out of " + Path.joined(reads);
    }

    private static @Nullable Value steps(Step[] steps, @Nullable Value start, Frame frame) {
        if (start instanceof Value.Arr arr) {
            return steps.length == 0 ? arr : onEach(steps, arr, frame);
        }
        return single(steps, 0, start, frame);
    }

    private static Value onEach(Step[] steps, Value.Arr arr, Frame frame) {
        List<Value> items = arr.items();
        int table = lookUp(steps);
        @Nullable Value[] found = table < 0 ? null : ((TableStep) steps[table]).apply(items, frame);
        List<Value> made = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Value one = found == null || found[i] == null
                    ? single(steps, 0, items.get(i), frame)
                    : single(steps, table + 1, found[i], frame);
            if (one instanceof Value.Arr nested) {
                made.addAll(nested.items());
            } else if (one != null) {
                made.add(one);
            }
        }
        return new Value.Arr(made);
    }

    /** Where codes are looked up that nothing is done to before but to trim them; negative when they are not. */
    private static int lookUp(Step[] steps) {
        int first = steps.length > 0 && steps[0] == TakeSteps.TRIM ? 1 : 0;
        return first < steps.length && steps[first] instanceof TableStep ? first : -1;
    }

    private static @Nullable Value single(Step[] steps, int first, @Nullable Value start, Frame frame) {
        Value value = start;
        for (int i = first; i < steps.length; i++) {
            if (value == null || value instanceof Value.Null) {
                return null;
            }
            if (value instanceof Value.Arr arr) {
                return onEach(java.util.Arrays.copyOfRange(steps, i, steps.length), arr, frame);
            }
            value = step(steps[i], value, frame);
        }
        return Value.isMissing(value) ? null : value;
    }

    /** The two steps nearly every rule has are not looked up. */
    private static @Nullable Value step(Step step, Value value, Frame frame) {
        if (value instanceof Value.Text text) {
            if (step == TakeSteps.TRIM) {
                return text.stripped();
            }
            if (step == ConvertSteps.AS_TEXT) {
                return text;
            }
        }
        return step.apply(value, frame);
    }

    private static @Nullable Value joined(Value.Arr arr, Value.Text separator) {
        Pieces out = new Pieces();
        for (Value item : arr.items()) {
            if (!out.isEmpty()) {
                out.add(separator);
            }
            if (!out.add(item)) {
                throw new FieldFault(FieldError.Code.TYPE, "'join' takes single values, found " + item.kind());
            }
        }
        return out.isEmpty() ? null : out.text();
    }

    private void check(Value value, Frame frame) {
        for (Check check : checks) {
            if (value instanceof Value.Arr arr) {
                for (Value item : arr.items()) {
                    check.verify(item, frame);
                }
            } else if (check instanceof Checks.MaxLength usual) {
                usual.verify(value, frame);
            } else {
                check.verify(value, frame);
            }
        }
    }
}
