package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what no rule reads, in the shape of the source, and notes each field as UNMAPPED. */
record RestReader(ReadPaths reads, List<String> prefix) implements Source {
    @Override
    public @Nullable Value read(Frame frame) {
        return rest(frame.element(), reads.at(prefix), String.join(".", prefix), frame.run());
    }

    private static @Nullable Value rest(Value value, @Nullable ReadPaths reads, String path, Run run) {
        if (Value.isMissing(value) || reads != null && reads.isWhole()) {
            return null;
        }
        if (reads == null) {
            run.note("UNMAPPED " + path);
            return value;
        }
        if (value instanceof Value.Obj obj) {
            return fields(obj, reads, path, run);
        }
        if (value instanceof Value.Arr arr) {
            return items(arr, reads, path, run);
        }
        return reads.isTouched() ? null : value;
    }

    private static @Nullable Value fields(Value.Obj obj, ReadPaths reads, String path, Run run) {
        Value.Obj made = new Value.Obj();
        for (int i = 0; i < obj.size(); i++) {
            String name = obj.name(i);
            Value rest = rest(obj.value(i), reads.at(name), path.isEmpty() ? name : path + "." + name, run);
            if (rest != null) {
                made.add(name, rest);
            }
        }
        return made.size() == 0 ? null : made;
    }

    private static @Nullable Value items(Value.Arr arr, ReadPaths reads, String path, Run run) {
        List<Value> made = new ArrayList<>();
        boolean any = false;
        for (Value item : arr.items()) {
            Value rest = rest(item, reads, path + "[]", run);
            any |= rest != null;
            made.add(rest == null ? new Value.Obj() : rest);
        }
        return any ? new Value.Arr(made) : null;
    }
}
