package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two target messages in the fields whose way back is EXACT. */
final class ExactFields {
    private final List<Back> parts;

    ExactFields(List<Back> parts) {
        this.parts = parts;
    }

    List<String> compare(@Nullable Value one, @Nullable Value other) {
        List<String> differences = new ArrayList<>();
        for (Back part : parts) {
            if (part.line().kind() != Reversal.Kind.EXACT) {
                continue;
            }
            if (part instanceof Back.Field field) {
                String target = field.line().target();
                Value first = Parts.at(one, field.names());
                Value second = Parts.at(other, field.names());
                Trees.compare(target, Value.isMissing(first) ? null : first, second, true, differences);
            } else if (part instanceof Back.Each each) {
                elements(each, one, other, differences);
            }
        }
        return differences;
    }

    private static void elements(Back.Each each, @Nullable Value one, @Nullable Value other, List<String> differences) {
        List<Value> first = Elements.of(Parts.at(one, each.names()));
        List<Value> second = Elements.of(Parts.at(other, each.names()));
        if (first.size() != second.size()) {
            differences.add(
                    each.line().target() + ": expected " + first.size() + " element(s), found " + second.size());
            return;
        }
        for (int i = 0; i < first.size(); i++) {
            differences.addAll(new ExactFields(each.parts()).compare(first.get(i), second.get(i)));
        }
    }
}
