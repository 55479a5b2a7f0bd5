package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells branches no message ever takes. */
final class Unreachable {
    private final Draft draft;
    private final List<Readers.Branch> before = new ArrayList<>();

    Unreachable(Draft draft) {
        this.draft = draft;
    }

    /** Checks the branches of one choice, in their order. */
    static void check(Draft draft, List<Readers.Branch> branches) {
        Unreachable check = new Unreachable(draft);
        for (Readers.Branch branch : branches) {
            String why = check.why(branch.when());
            if (why != null) {
                draft.error(branch.place(), "unreachable: " + why);
            }
            check.before.add(branch);
        }
    }

    /** Checks the guard of a rule. */
    static void check(Draft draft, Condition guard, Place place) {
        String why = new Unreachable(draft).never(guard);
        if (why != null) {
            draft.error(place, "unreachable: " + why);
        }
    }

    /** Checks the alternatives of {@code first}: behind a constant none is asked. */
    static void afterConstant(Draft draft, Yaml alternatives) {
        Yaml before = null;
        for (Yaml item : alternatives instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of()) {
            if (before instanceof Yaml.Dict dict && dict.has("const") && !dict.has("if") && !dict.has("table")) {
                draft.error(item.place(), "unreachable: the constant before always has a value");
            }
            before = item;
        }
    }

    private @Nullable String why(Condition when) {
        for (Readers.Branch earlier : before) {
            if (earlier.when() == Condition.ALWAYS) {
                return "the branch before has no condition";
            }
            if (ConditionLogic.implies(when, earlier.when()) && when != Condition.ALWAYS) {
                return "the branch in line " + earlier.place().line() + " takes all it would take";
            }
        }
        if (when == Condition.ALWAYS) {
            return covered() ? "the branches before take everything" : null;
        }
        return never(when);
    }

    private @Nullable String never(Condition when) {
        Condition around =
                draft.scope().isTop() ? draft.scope().context().guards().now() : null;
        if (around != null && ConditionLogic.excludes(around, when)) {
            return "the condition around it never holds where this one does";
        }
        return isNever(when) ? "its condition contradicts itself" : null;
    }

    private boolean covered() {
        for (Readers.Branch one : before) {
            for (Readers.Branch two : before) {
                if (one != two && ConditionLogic.cover(one.when(), two.when())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two parts of one condition that never hold together. */
    static boolean isNever(Condition condition) {
        if (!(condition instanceof Condition.All all)) {
            return false;
        }
        List<Condition> parts = all.conditions();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                if (ConditionLogic.excludes(parts.get(i), parts.get(j))) {
                    return true;
                }
            }
        }
        return parts.stream().anyMatch(Unreachable::isNever);
    }
}
