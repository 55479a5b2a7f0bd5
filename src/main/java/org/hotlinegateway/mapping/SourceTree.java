package org.hotlinegateway.mapping;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows where in the source message an element stands, so that a path written against it becomes one from the top. */
final class SourceTree {
    private static final String AROUND = "^";

    private final Map<Value, String> places = new IdentityHashMap<>();
    private final Map<String, Value> leaves = new LinkedHashMap<>();

    /** @param any a frame of the conversion */
    SourceTree(Frame any) {
        Frame at = any;
        while (at.index() > 0 && at.outer() != null) {
            at = at.outer();
        }
        Frame around = at.outer();
        if (around != null) {
            add("", around.element(), AROUND + ".");
        }
        add("", at.element(), "");
    }

    private void add(String path, Value value, String prefix) {
        places.put(value, prefix + path);
        if (value instanceof Value.Obj obj && obj.size() > 0) {
            for (int i = 0; i < obj.size(); i++) {
                add(Leaves.child(path, obj.name(i)), obj.value(i), prefix);
            }
        } else if (value instanceof Value.Arr arr && !arr.items().isEmpty()) {
            for (int i = 0; i < arr.items().size(); i++) {
                add(path + "[" + i + "]", arr.items().get(i), prefix);
            }
        } else {
            leaves.put(prefix + path, value);
        }
    }

    /** Every scalar, empty object and empty array by its path. */
    Map<String, Value> leaves() {
        return leaves;
    }

    /** The path from the top; as written where the element stands nowhere in the message, or for a context value. */
    String absolute(Path path, Frame frame) {
        Value at = frame.out(path.up()).element();
        String place = places.get(at);
        if (path.isContext() || place == null) {
            return path.text();
        }
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Field field) {
                place = place.endsWith(".") || place.isEmpty() ? place + field.name() : place + "." + field.name();
                at = at instanceof Value.Obj obj ? obj.get(field.name()) : null;
            } else if (at instanceof Value.Arr arr) {
                int index = ((Path.Item) step).index();
                int position = index < 0 ? arr.items().size() + index : index;
                boolean inside = position >= 0 && position < arr.items().size();
                place += "[" + (inside ? position : index) + "]";
                at = inside ? arr.items().get(position) : null;
            }
        }
        return place.isEmpty() ? "." : place;
    }

    /** The path of what stands below a path. */
    static String below(String path, String suffix) {
        if (path.equals(".") || path.isEmpty()) {
            return suffix.isEmpty() ? path : suffix;
        }
        return suffix.isEmpty() || suffix.startsWith("[") ? path + suffix : path + "." + suffix;
    }
}
