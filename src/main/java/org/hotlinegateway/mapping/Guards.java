package org.hotlinegateway.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The guards around the rule being compiled, so that every reading is known with what must hold for it. */
final class Guards {
    private final Deque<Condition> around = new ArrayDeque<>();

    /** Compiles something under a guard; a guard on an element inside {@code each} says nothing of the message. */
    <T> T under(Condition guard, Scope scope, Supplier<T> compiled) {
        if (guard == Condition.ALWAYS || !scope.isTop()) {
            return compiled.get();
        }
        around.push(guard);
        try {
            return compiled.get();
        } finally {
            around.pop();
        }
    }

    /** What must hold of the message for a reading made here; null for always. */
    @Nullable
    Condition now() {
        return around.isEmpty() ? null : around.size() == 1 ? around.peek() : new Condition.All(List.copyOf(around));
    }
}
