package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which source fields the rules of a file read. */
final class ReadPaths {
    private final Map<String, ReadPaths> below = new LinkedHashMap<>();
    private boolean whole;
    private boolean touched;

    /** @param whole the field is moved with all below it; else it is only looked at */
    void add(List<String> names, boolean whole) {
        ReadPaths at = this;
        for (String name : names) {
            at = at.below.computeIfAbsent(name, unused -> new ReadPaths());
        }
        at.whole |= whole;
        at.touched = true;
    }

    @Nullable
    ReadPaths at(String name) {
        return below.get(name);
    }

    boolean isWhole() {
        return whole;
    }

    /** A scalar here counts as read. */
    boolean isTouched() {
        return touched;
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
