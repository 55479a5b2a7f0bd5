package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to read a value: one path, the first of several, a list, a text, a branch, a count. */
final class Readers {
    private Readers() {}

    /** Elements of an array; a single element stands for an array of one, nothing for none. */
    static List<Value> items(@Nullable Value value, Path path) {
        if (value instanceof Value.Arr arr) {
            return arr.items();
        }
        return value == null || Value.isMissing(value) ? List.of() : List.of(value);
    }

    static Source first(List<FieldRule> rules) {
        return frame -> {
            for (int i = 0; i < rules.size(); i++) {
                FieldRule rule = rules.get(i);
                Value value = rule.value(frame);
                if (!Value.isMissing(value)) {
                    frame.run().reached(Reach.TAKEN, rule.place());
                    through(rule, frame);
                    told("alternative", i, rules.size(), frame);
                    return value;
                }
            }
            return null;
        };
    }

    /** One array out of several fields; missing ones are left out, all missing make it missing. */
    static Source list(List<FieldRule> rules) {
        return frame -> {
            List<Value> items = new ArrayList<>(rules.size());
            for (FieldRule rule : rules) {
                Value value = rule.value(frame);
                if (!Value.isMissing(value)) {
                    through(rule, frame);
                }
                if (value instanceof Value.Arr arr) {
                    items.addAll(arr.items());
                } else if (value != null && !Value.isMissing(value)) {
                    items.add(value);
                }
            }
            return items.isEmpty() ? null : new Value.Arr(items);
        };
    }

    private static void told(String what, int index, int of, Frame frame) {
        Trace trace = frame.run().trace();
        if (trace != null) {
            trace.step(what + " " + (index + 1) + " of " + of);
        }
    }

    /** Tells an observer, if there is one, through which part of a rule the value comes. */
    private static void through(FieldRule part, Frame frame) {
        Trace trace = frame.run().trace();
        if (trace != null) {
            trace.through(part);
        }
    }

    static Source count(Path path) {
        return frame -> {
            Value value = path.resolve(frame);
            return value == null || value instanceof Value.Null
                    ? null
                    : new Value.Num(Integer.toString(items(value, path).size()));
        };
    }

    /** A branch of {@code when} or {@code choose}; {@code place} is where the branch itself stands. */
    record Branch(Condition when, FieldRule then, Place place) {}

    /** @param rule where the whole choice stands */
    static Source choose(List<Branch> branches, Place rule) {
        return frame -> {
            for (int i = 0; i < branches.size(); i++) {
                Branch branch = branches.get(i);
                if (branch.when().holds(frame)) {
                    Trace trace = frame.run().trace();
                    if (trace != null) {
                        trace.step("branch " + (i + 1) + " of " + branches.size());
                        trace.reached(Reach.TAKEN, branch.place());
                        trace.through(branch.then());
                    }
                    return branch.then().value(frame);
                }
            }
            frame.run().reached(Reach.NO_BRANCH, rule);
            return null;
        };
    }

    /** @param rule where the whole rule stands */
    static Source eachText(Source array, Condition where, Source text, Place rule) {
        return frame -> {
            Value value = array.read(frame);
            if (value == null || value instanceof Value.Null) {
                return null;
            }
            List<Value> made = new ArrayList<>();
            int index = 0;
            for (Value item : value instanceof Value.Arr arr ? arr.items() : List.of(value)) {
                Frame inner = frame.inner(item, ++index);
                boolean fits = where.holds(inner);
                if (!fits) {
                    frame.run().reached(Reach.DROPPED, rule);
                }
                Value one = fits ? text.read(inner) : null;
                if (one != null) {
                    made.add(one);
                }
            }
            return new Value.Arr(made);
        };
    }

    /** Reads a list of records out of a text: {@code a|b;c|d}. */
    static Source records(Source text, Pattern separator, Pattern fieldSeparator, List<String> names) {
        return frame -> {
            String all = Value.scalarText(text.read(frame));
            if (all == null || all.isBlank()) {
                return null;
            }
            List<Value> records = new ArrayList<>();
            for (String part : separator.split(all.strip())) {
                if (!part.isBlank()) {
                    records.add(record(fieldSeparator.split(part.strip(), -1), names));
                }
            }
            return new Value.Arr(records);
        };
    }

    private static Value record(String[] parts, List<String> names) {
        if (names.isEmpty()) {
            return new Value.Text(parts.length == 0 ? "" : String.join("", parts));
        }
        if (parts.length > names.size()) {
            throw new FieldFault(
                    FieldError.Code.TYPE, "has a record of " + parts.length + " fields, expected " + names.size());
        }
        Value.Obj obj = new Value.Obj();
        for (int i = 0; i < parts.length; i++) {
            obj.add(names.get(i), new Value.Text(parts[i].strip()));
        }
        return obj;
    }
}
