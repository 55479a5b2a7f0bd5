package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds changed copies of document trees and compares them; for tests of mapping files. */
final class Trees {
    private Trees() {}

    /** The tree with one value put in the place of another; objects on the way are made when missing. */
    static Value with(@Nullable Value tree, List<Path.Step> steps, Value value) {
        if (steps.isEmpty()) {
            return value;
        }
        List<Path.Step> below = steps.subList(1, steps.size());
        if (steps.get(0) instanceof Path.Item item) {
            return withItem(tree, item.index(), below, value);
        }
        String name = ((Path.Field) steps.get(0)).name();
        Value.Obj made = new Value.Obj();
        boolean placed = false;
        Value.Obj old = tree instanceof Value.Obj obj ? obj : new Value.Obj();
        for (int i = 0; i < old.size(); i++) {
            boolean here = old.name(i).equals(name);
            made.add(old.name(i), here ? with(old.value(i), below, value) : old.value(i));
            placed |= here;
        }
        if (!placed) {
            made.add(name, with(null, below, value));
        }
        return made;
    }

    private static Value withItem(@Nullable Value tree, int index, List<Path.Step> below, Value value) {
        List<Value> items = new ArrayList<>(
                tree instanceof Value.Arr arr ? arr.items() : tree == null ? List.<Value>of() : List.of(tree));
        int position = index < 0 ? items.size() + index : index;
        if (position < 0 || position > items.size()) {
            throw new SyntaxFault("position [" + index + "] lies outside the array");
        }
        if (position == items.size()) {
            items.add(with(null, below, value));
        } else {
            items.set(position, with(items.get(position), below, value));
        }
        return new Value.Arr(items);
    }

    /** @param typed plain numbers and truth values keep their type; else all scalars are text */
    static Value of(Yaml node, boolean typed) {
        if (node instanceof Yaml.Seq seq) {
            return new Value.Arr(
                    seq.items().stream().map(item -> of(item, typed)).toList());
        }
        if (node instanceof Yaml.Dict dict) {
            Value.Obj obj = new Value.Obj();
            for (Map.Entry<String, Yaml.Entry> entry : dict.each()) {
                obj.add(entry.getKey(), of(entry.getValue().value(), typed));
            }
            return obj;
        }
        Yaml.Scalar scalar = (Yaml.Scalar) node;
        if (scalar.isNull()) {
            return Value.NULL;
        }
        return typed && scalar.plain() ? typed(scalar.text()) : new Value.Text(scalar.text());
    }

    private static Value typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.Bool.of(text.equals("true"));
        }
        return Numbers.isNumber(text) ? new Value.Num(text) : new Value.Text(text);
    }

    /** Adds a line for every path where the two differ. Types of scalars count only when {@code strict}. */
    static void compare(
            String path, @Nullable Value expected, @Nullable Value found, boolean strict, List<String> differences) {
        if (expected == null || expected instanceof Value.Null) {
            boolean same = strict && expected != null ? found instanceof Value.Null : Value.isMissing(found);
            if (!same) {
                differences.add(path + ": expected nothing, found " + shown(found));
            }
        } else if (expected instanceof Value.Obj obj) {
            objects(path, obj, found, strict, differences);
        } else if (expected instanceof Value.Arr arr) {
            arrays(path, arr, found, strict, differences);
        } else if (!sameScalar(expected, found, strict)) {
            differences.add(path + ": expected " + shown(expected) + ", found " + shown(found));
        }
    }

    private static boolean sameScalar(Value expected, @Nullable Value found, boolean strict) {
        return strict
                ? expected.equals(found)
                : String.valueOf(Value.scalarText(expected)).equals(Value.scalarText(found));
    }

    private static void objects(
            String path, Value.Obj expected, @Nullable Value found, boolean strict, List<String> differences) {
        Value.Obj other = found instanceof Value.Obj obj ? obj : new Value.Obj();
        for (int i = 0; i < expected.size(); i++) {
            String name = expected.name(i);
            compare(child(path, name), expected.value(i), other.get(name), strict, differences);
        }
        for (int i = 0; strict && i < other.size(); i++) {
            if (expected.get(other.name(i)) == null) {
                differences.add(child(path, other.name(i)) + ": expected nothing, found " + shown(other.value(i)));
            }
        }
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void arrays(
            String path, Value.Arr expected, @Nullable Value found, boolean strict, List<String> differences) {
        List<Value> items = found instanceof Value.Arr arr ? arr.items() : found == null ? List.of() : List.of(found);
        if (items.size() != expected.items().size()) {
            differences.add(path + ": expected " + expected.items().size() + " element(s), found " + items.size());
        }
        for (int i = 0; i < Math.min(items.size(), expected.items().size()); i++) {
            compare(path + "[" + i + "]", expected.items().get(i), items.get(i), strict, differences);
        }
    }

    private static String shown(@Nullable Value value) {
        return value == null ? "nothing" : new String(JsonTarget.bytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }
}
