package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what no rule reads of the message at hand, in the shape of the source, and notes each as UNMAPPED. */
record RestReader(ReadPaths reads, List<String> prefix) implements Source {
    @Override
    public @Nullable Value read(Frame frame) {
        return rest(frame.element(), reads.at(prefix), String.join(".", prefix), top(frame));
    }

    private static Frame top(Frame frame) {
        Frame at = frame;
        for (Frame outer = at.outer(); outer != null; outer = at.outer()) {
            at = outer;
        }
        return at;
    }

    private static @Nullable Value rest(Value value, @Nullable ReadPaths reads, String path, Frame top) {
        if (Value.isMissing(value) || reads != null && reads.isWhole(top)) {
            return null;
        }
        if (reads != null && value instanceof Value.Obj obj) {
            return fields(obj, reads, path, top);
        }
        if (reads != null && value instanceof Value.Arr arr) {
            return items(arr, reads, path, top);
        }
        if (reads != null && reads.isTouched(top)) {
            return null;
        }
        top.run().note("UNMAPPED " + path);
        return value;
    }

    private static @Nullable Value fields(Value.Obj obj, ReadPaths reads, String path, Frame top) {
        Value.Obj made = new Value.Obj();
        for (int i = 0; i < obj.size(); i++) {
            String name = obj.name(i);
            Value rest = rest(obj.value(i), reads.at(name), path.isEmpty() ? name : path + "." + name, top);
            if (rest != null) {
                made.add(name, rest);
            }
        }
        return made.size() == 0 ? null : made;
    }

    private static @Nullable Value items(Value.Arr arr, ReadPaths reads, String path, Frame top) {
        List<Value> made = new ArrayList<>();
        boolean any = false;
        for (Value item : arr.items()) {
            Value rest = rest(item, reads, path + "[]", top);
            any |= rest != null;
            made.add(rest == null ? new Value.Obj() : rest);
        }
        return any ? new Value.Arr(made) : null;
    }
}
