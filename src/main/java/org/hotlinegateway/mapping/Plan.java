package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the compiled target: writes its part straight to the target. */
sealed interface Plan {
    Name name();

    /** Target path, positions of arrays as {@code []}. */
    String target();

    /** The target schema demands this field. */
    boolean demanded();

    /** Writes the field; false when it has no value. */
    boolean write(Frame frame, Target out);

    /** A field with one value. */
    record Field(Name name, String target, boolean demanded, FieldRule rule) implements Plan {
        @Override
        public boolean write(Frame frame, Target out) {
            long mark = out.mark();
            boolean made = false;
            Value value = null;
            try {
                value = rule.value(frame);
                made = value != null;
                if (value != null) {
                    out.write(name, value);
                }
            } catch (RuntimeException fault) {
                out.reset(mark);
                made = Failures.add(frame, target, rule, fault);
            }
            return Failures.traced(frame, target, rule, value, made);
        }
    }

    /** A field filled by the peer's signer from its finished siblings. */
    record Signed(Name name, String target, boolean demanded, FieldRule rule, String scheme, List<Plan.Field> siblings)
            implements Plan {
        @Override
        public boolean write(Frame frame, Target out) {
            return Signing.write(this, frame, out);
        }
    }

    /** A group of fields; left out when none has a value, unless the schema demands it. */
    record Group(Name name, String target, boolean demanded, Condition guard, Place place, Fields fields)
            implements Plan {
        @Override
        public boolean write(Frame frame, Target out) {
            if (guard != Condition.ALWAYS && !Failures.holds(guard, frame, target, place)) {
                frame.run().reached(Reach.SKIPPED, place);
                return false;
            }
            long mark = out.mark();
            out.begin(name);
            if (!fields.write(frame, out, false)) {
                out.reset(mark);
                return false;
            }
            out.end(name);
            return true;
        }
    }

    /** An array with one element for each element of a source array. */
    record Each(Name name, String target, boolean demanded, FieldRule rule, Condition where, Fields fields)
            implements Plan {
        @Override
        public boolean write(Frame frame, Target out) {
            long mark = out.mark();
            try {
                Value value = rule.value(frame);
                boolean made = value != null && items(value, frame, out);
                return Failures.traced(frame, target, rule, null, made);
            } catch (RuntimeException fault) {
                out.reset(mark);
                return Failures.add(frame, target, rule, fault);
            }
        }

        private boolean items(Value value, Frame frame, Target out) {
            if (value instanceof Value.Null) {
                out.write(name, value);
                return true;
            }
            List<Value> items = value instanceof Value.Arr arr ? arr.items() : List.of(value);
            out.beginArray(name);
            for (int i = 0; i < items.size(); i++) {
                Frame inner = frame.inner(items.get(i), i + 1);
                if (where == Condition.ALWAYS || where.holds(inner)) {
                    out.beginItem(name);
                    fields.write(inner, out, true);
                    out.endItem(name);
                } else {
                    frame.run().reached(Reach.DROPPED, rule.place());
                }
            }
            out.endArray(name);
            return true;
        }
    }

    /** Collects the source fields no rule reads. */
    record Rest(Name name, String target, boolean demanded, FieldRule rule, RestReader reader) implements Plan {
        @Override
        public boolean write(Frame frame, Target out) {
            Value rest = reader.read(frame);
            if (rest != null) {
                out.write(name, rest);
            }
            Trace trace = frame.run().trace();
            if (trace != null) {
                trace.rest(rule, frame, rest);
            }
            return Failures.traced(frame, target, rule, rest != null);
        }
    }

    /** The fields of one object, in order. */
    record Fields(Plan[] plans) {
        /**
         * Writes all fields.
         *
         * @param always the object is written even when empty, so that demanded fields must be there
         */
        boolean write(Frame frame, Target out, boolean always) {
            boolean any = false;
            List<Plan> absent = null;
            for (Plan plan : plans) {
                boolean made = plan.write(frame, out);
                any |= made;
                if (!made && plan.demanded()) {
                    absent = Failures.appended(absent, plan);
                }
            }
            if (absent != null && (any || always)) {
                return close(absent, frame, out) || any;
            }
            return any;
        }

        private static boolean close(List<Plan> absent, Frame frame, Target out) {
            boolean any = false;
            for (Plan plan : absent) {
                any |= Failures.demanded(plan, frame, out);
            }
            return any;
        }
    }

    /** The rule that makes this field, null for a group without one. */
    default @Nullable FieldRule ruleOrNull() {
        return this instanceof Field field
                ? field.rule()
                : this instanceof Each each
                        ? each.rule()
                        : this instanceof Signed signed
                                ? signed.rule()
                                : this instanceof Rest rest ? rest.rule() : null;
    }
}
