package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which source fields the rules of a file read, and under which guards. */
final class ReadPaths {
    private final Map<String, ReadPaths> below = new LinkedHashMap<>();
    private final Readings whole = new Readings();
    private final Readings touched = new Readings();

    /** The guards under which something is read; none known yet means never. */
    private static final class Readings {
        private final List<Condition> guards = new ArrayList<>(0);
        private boolean always;

        void add(@Nullable Condition guard) {
            always |= guard == null;
            if (guard != null) {
                guards.add(guard);
            }
        }

        boolean ever() {
            return always || !guards.isEmpty();
        }

        boolean now(Frame top) {
            return always || guards.stream().anyMatch(guard -> holds(guard, top));
        }

        /** A guard that cannot be judged is told by its own rule; its fields count as read. */
        private static boolean holds(Condition guard, Frame top) {
            try {
                return guard.holds(top);
            } catch (FieldFault toldElsewhere) {
                return true;
            }
        }
    }

    /**
     * Notes a reading.
     *
     * @param whole the field is moved with all below it; else it is only looked at
     * @param guard what must hold of the message, null for always
     */
    void add(List<String> names, boolean whole, @Nullable Condition guard) {
        ReadPaths at = this;
        for (String name : names) {
            at = at.below.computeIfAbsent(name, unused -> new ReadPaths());
        }
        if (whole) {
            at.whole.add(guard);
        }
        at.touched.add(guard);
    }

    @Nullable
    ReadPaths at(String name) {
        return below.get(name);
    }

    /** Names of the fields below this one. */
    Set<String> names() {
        return below.keySet();
    }

    /** Some rule moves this field and all below it. */
    boolean isWhole() {
        return whole.ever();
    }

    /** Some rule looks at this field. */
    boolean isTouched() {
        return touched.ever();
    }

    /** This field and all below it are read of the message at hand. */
    boolean isWhole(Frame top) {
        return whole.ever() && whole.now(top);
    }

    /** A scalar here is read of the message at hand. */
    boolean isTouched(Frame top) {
        return touched.ever() && touched.now(top);
    }

    @Nullable
    ReadPaths at(List<String> names) {
        ReadPaths at = this;
        for (String name : names) {
            at = at == null ? null : at.below.get(name);
        }
        return at;
    }
}
