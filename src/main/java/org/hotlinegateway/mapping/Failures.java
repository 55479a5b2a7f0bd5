package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns faults of single fields into field errors with their places. */
final class Failures {
    private Failures() {}

    /** @return false, as the field has no value */
    static boolean add(Frame frame, String target, FieldRule rule, RuntimeException fault) {
        String source = rule.reads().isEmpty() ? null : Path.joined(rule.reads());
        return add(frame, target, source, rule.place(), fault);
    }

    private static boolean add(
            Frame frame, String target, @Nullable String source, Place place, RuntimeException fault) {
        boolean foreseen = fault instanceof FieldFault;
        FieldError.Code code = fault instanceof FieldFault known ? known.code() : FieldError.Code.INTERNAL;
        String text = foreseen
                ? String.valueOf(fault.getMessage())
                : "rule failed: " + fault.getClass().getSimpleName();
        MissedCode missed = fault instanceof FieldFault known ? known.missed() : null;
        frame.run().fail(new FieldError(code, positioned(target, frame), source, place.toString(), text, missed));
        return false;
    }

    /** The guard of a group; one that cannot be judged is an error of the group. */
    static boolean holds(Condition guard, Frame frame, String target, Place place) {
        try {
            return guard.holds(frame);
        } catch (RuntimeException fault) {
            return add(frame, target, null, place, fault);
        }
    }

    /** Tells an observer, if there is one, how a field went. */
    static boolean traced(Frame frame, String target, FieldRule rule, boolean made) {
        Trace trace = frame.run().trace();
        if (trace != null) {
            trace.field(positioned(target, frame), rule, made);
        }
        return made;
    }

    /** The same for a field with one value. */
    static boolean traced(Frame frame, String target, FieldRule rule, @Nullable Value value, boolean made) {
        Trace trace = frame.run().trace();
        if (trace != null) {
            trace.value(rule, frame, made ? value : null);
        }
        return traced(frame, target, rule, made);
    }

    static List<Plan> appended(@Nullable List<Plan> before, Plan next) {
        List<Plan> all = before == null ? new ArrayList<>() : before;
        all.add(next);
        return all;
    }

    /** A demanded field is absent: an error, unless it is a group that may be empty or has failed already. */
    static boolean demanded(Plan plan, Frame frame, Target out) {
        String target = positioned(plan.target(), frame);
        boolean told = frame.run().errors().stream().anyMatch(error -> isAt(error.target(), target));
        if (told || plan instanceof Plan.Signed && !frame.run().errors().isEmpty()) {
            return false;
        }
        if (plan instanceof Plan.Group group && mayBeEmpty(group)) {
            out.begin(plan.name());
            out.end(plan.name());
            Trace trace = frame.run().trace();
            if (trace != null) {
                trace.empty(target, group.place());
            }
            return true;
        }
        FieldRule rule = plan.ruleOrNull();
        frame.run()
                .fail(new FieldError(
                        FieldError.Code.REQUIRED,
                        target,
                        rule == null || rule.reads().isEmpty() ? null : Path.joined(rule.reads()),
                        rule == null ? null : rule.place().toString(),
                        "required by the target schema, but has no value"));
        return false;
    }

    private static boolean isAt(String error, String target) {
        return error.startsWith(target)
                && (error.length() == target.length() || ".[".indexOf(error.charAt(target.length())) >= 0);
    }

    private static boolean mayBeEmpty(Plan.Group group) {
        for (Plan plan : group.fields().plans()) {
            if (plan.demanded()) {
                return false;
            }
        }
        return true;
    }

    /** Puts the positions of the elements at hand into {@code files[].id}: {@code files[2].id}. */
    static String positioned(String target, Frame frame) {
        int at = target.lastIndexOf("[]");
        if (at < 0) {
            return target;
        }
        StringBuilder out = new StringBuilder(target);
        Frame inner = frame;
        while (at >= 0 && inner != null) {
            out.insert(at + 1, inner.index() - 1);
            at = out.lastIndexOf("[]", at - 1);
            inner = inner.outer();
        }
        return out.toString();
    }
}
