package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of document trees: found, taken away, merged, spliced. */
final class Parts {
    private Parts() {}

    /** The value at a path below a tree, however many levels out the path begins. */
    static @Nullable Value at(@Nullable Value tree, Path path) {
        Value at = tree;
        for (Path.Step step : path.steps()) {
            at = at == null ? null : down(at, step);
        }
        return at;
    }

    /** The value below names; a name that crosses an array leads nowhere. */
    static @Nullable Value at(@Nullable Value tree, List<String> names) {
        Value at = tree;
        for (String name : names) {
            at = at == null ? null : down(at, new Path.Field(name));
        }
        return at;
    }

    private static @Nullable Value down(Value at, Path.Step step) {
        if (step instanceof Path.Field field) {
            boolean own = field.name().equals("#text") && Value.scalarText(at) != null;
            return own ? at : at instanceof Value.Obj obj ? obj.get(field.name()) : null;
        }
        List<Value> items = at instanceof Value.Arr arr ? arr.items() : List.of(at);
        int index = ((Path.Item) step).index();
        int position = index < 0 ? items.size() + index : index;
        return position < 0 || position >= items.size() ? null : items.get(position);
    }

    /** The tree with a value in its place; an element the array lacks is added at its end. */
    static Value with(@Nullable Value tree, List<Path.Step> steps, Value value) {
        List<Path.Step> settled = new ArrayList<>();
        Value at = tree;
        for (Path.Step step : steps) {
            settled.add(step instanceof Path.Item item ? settled(item, at) : step);
            at = at == null ? null : down(at, step);
        }
        return Trees.with(tree, settled, value);
    }

    private static Path.Item settled(Path.Item item, @Nullable Value array) {
        int size = array instanceof Value.Arr arr ? arr.items().size() : array == null ? 0 : 1;
        int position = item.index() < 0 ? size + item.index() : item.index();
        return new Path.Item(position < 0 || position > size ? size : position);
    }

    /** The tree without the value at some steps; nothing when nothing is left at the top. */
    static @Nullable Value without(@Nullable Value tree, List<Path.Step> steps) {
        if (tree == null || steps.isEmpty()) {
            return null;
        }
        List<Path.Step> below = steps.subList(1, steps.size());
        if (steps.get(0) instanceof Path.Field field) {
            return tree instanceof Value.Obj obj ? withoutField(obj, field.name(), below) : tree;
        }
        Value item = down(tree, steps.get(0));
        return item == null || below.isEmpty() ? tree : Trees.with(tree, steps.subList(0, 1), kept(item, below));
    }

    private static Value kept(Value item, List<Path.Step> below) {
        Value rest = without(item, below);
        return rest == null ? Value.NULL : rest;
    }

    private static Value withoutField(Value.Obj obj, String name, List<Path.Step> below) {
        Value.Obj made = new Value.Obj();
        for (int i = 0; i < obj.size(); i++) {
            Value kept = obj.name(i).equals(name) ? without(obj.value(i), below) : obj.value(i);
            if (kept != null) {
                made.add(obj.name(i), kept);
            }
        }
        return made;
    }

    /** The tree without the fields another one has. */
    static @Nullable Value subtracted(@Nullable Value tree, @Nullable Value other) {
        if (!(tree instanceof Value.Obj obj) || !(other instanceof Value.Obj gone)) {
            return tree instanceof Value.Arr || other == null ? tree : null;
        }
        Value.Obj made = new Value.Obj();
        for (int i = 0; i < obj.size(); i++) {
            Value without = gone.get(obj.name(i));
            Value kept = without == null ? obj.value(i) : subtracted(obj.value(i), without);
            if (kept != null) {
                made.add(obj.name(i), kept);
            }
        }
        return made;
    }

    /** Everything of the second put into the first, position by position in arrays. */
    static Value merged(@Nullable Value first, Value second) {
        if (first instanceof Value.Obj old && second instanceof Value.Obj fresh) {
            Value at = old;
            for (int i = 0; i < fresh.size(); i++) {
                Value merged = merged(old.get(fresh.name(i)), fresh.value(i));
                at = Trees.with(at, List.of(new Path.Field(fresh.name(i))), merged);
            }
            return at;
        }
        return first instanceof Value.Arr old && second instanceof Value.Arr fresh ? items(old, fresh) : second;
    }

    private static Value items(Value.Arr old, Value.Arr fresh) {
        List<Value> items = new ArrayList<>(old.items());
        for (int i = 0; i < fresh.items().size(); i++) {
            Value item = fresh.items().get(i);
            if (i < items.size()) {
                items.set(i, merged(items.get(i), item));
            } else {
                items.add(item);
            }
        }
        return new Value.Arr(items);
    }

    /** The text with the code points from {@code from} to {@code to} replaced. */
    static String spliced(String text, String part, int from, int to) {
        int length = text.codePointCount(0, text.length());
        String head = text.substring(0, text.offsetByCodePoints(0, Math.min(from, length)));
        String tail = to >= length ? "" : text.substring(text.offsetByCodePoints(0, to));
        return head + part + tail;
    }

    /** Equal to the last value, kinds of scalars included. */
    static boolean same(@Nullable Value one, @Nullable Value other) {
        List<String> differences = new ArrayList<>();
        Trees.compare("", one, other, true, differences);
        return differences.isEmpty();
    }
}
