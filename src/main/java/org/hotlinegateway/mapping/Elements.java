package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds for each element of a changed target array the source element it came from. */
final class Elements {
    private final Back.Each each;
    private final List<Value> source;
    private final Frame frame;

    Elements(Back.Each each, List<Value> source, Frame frame) {
        this.each = each;
        this.source = source;
        this.frame = frame;
    }

    static List<Value> of(@Nullable Value value) {
        return value instanceof Value.Arr arr
                ? arr.items()
                : value == null || Value.isMissing(value) ? List.of() : List.of(value);
    }

    /** @param before the target array as it was, null when only the changed one is known */
    List<Value> back(@Nullable Value before, Value after) {
        List<Value> fresh = of(after);
        return before == null ? byPosition(fresh) : changed(of(before), fresh);
    }

    private List<Value> byPosition(List<Value> fresh) {
        List<Value> made = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            made.add(one(i < source.size() ? source.get(i) : null, null, fresh.get(i)));
        }
        return made;
    }

    /** Elements the target does not show keep their place; new ones follow at the end. */
    private List<Value> changed(List<Value> before, List<Value> fresh) {
        List<Integer> origins = origins(before, fresh);
        List<Value> made = new ArrayList<>();
        int next = 0;
        int shown = 0;
        for (int i = 0; i < source.size(); i++) {
            if (!each.where().holds(frame.inner(source.get(i), i + 1))) {
                made.add(source.get(i));
                continue;
            }
            int here = shown++;
            while (next < fresh.size()
                    && (origins.get(next) < 0 && origins.contains(here) || origins.get(next) == here)) {
                boolean own = origins.get(next) == here;
                made.add(one(own ? source.get(i) : null, own ? before.get(here) : null, fresh.get(next++)));
                if (own) {
                    break;
                }
            }
        }
        while (next < fresh.size()) {
            made.add(one(null, null, fresh.get(next++)));
        }
        return made;
    }

    /** For each changed element the position it had before, -1 for a new one. */
    private static List<Integer> origins(List<Value> before, List<Value> fresh) {
        List<Integer> origins = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < fresh.size(); i++) {
            int origin = before.size() == fresh.size() ? i : next(before, from, fresh.get(i));
            origins.add(origin);
            from = origin < 0 ? from : origin + 1;
        }
        return origins;
    }

    private static int next(List<Value> before, int from, Value fresh) {
        for (int i = from; i < before.size(); i++) {
            if (Parts.same(before.get(i), fresh)) {
                return i;
            }
        }
        return -1;
    }

    private Value one(@Nullable Value origin, @Nullable Value before, Value after) {
        Value made = Back.all(each.parts(), origin, before, after, frame);
        return made == null ? new Value.Obj() : made;
    }
}
