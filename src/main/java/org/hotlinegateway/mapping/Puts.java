package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to put a value back: at one path, at several, where it came from, into a part of a text. */
final class Puts {
    private Puts() {}

    /** At one path, in the type the source schema declares there. */
    static Put at(Path path, @Nullable Schema schema) {
        return (source, value, frame) -> value == null
                ? Parts.without(source, path.steps())
                : Parts.with(source, path.steps(), Typing.typed(value, schema));
    }

    static Put undone(Put put, Undo undo) {
        return (source, value, frame) -> put.into(source, value == null ? null : undo.undo(value, frame), frame);
    }

    /** The keys of a table with several of them, one path for each. */
    static Put keys(List<Put> puts) {
        return (source, value, frame) -> {
            String text = Value.scalarText(value);
            String[] keys = text == null ? new String[0] : text.split(String.valueOf(Table.KEY_GLUE), -1);
            Value at = source;
            for (int i = 0; i < puts.size(); i++) {
                at = puts.get(i).into(at, i < keys.length ? new Value.Text(keys[i]) : null, frame);
            }
            return at;
        };
    }

    /**
     * One of several sources of a value.
     *
     * @param path where it reads, null when it carries nothing back
     */
    record Choice(@Nullable Path path, Put put) {}

    /** Back to the one that has a value already, else to the first. */
    static Put first(List<Choice> choices) {
        return (source, value, frame) -> {
            for (Choice choice : choices) {
                if (choice.path() != null && !Value.isMissing(Parts.at(source, choice.path()))) {
                    return choice.put().into(source, value, frame);
                }
            }
            return choices.get(0).put().into(source, value, frame);
        };
    }

    /** One element for each source, in their order. */
    static Put list(List<Put> puts) {
        return (source, value, frame) -> {
            List<Value> items =
                    value instanceof Value.Arr arr ? arr.items() : value == null ? List.of() : List.of(value);
            if (items.size() > puts.size()) {
                throw new FieldFault(
                        FieldError.Code.VALUE,
                        "has " + items.size() + " elements, at most " + puts.size() + " have a place");
            }
            Value at = source;
            for (int i = 0; i < puts.size(); i++) {
                at = puts.get(i).into(at, i < items.size() ? items.get(i) : null, frame);
            }
            return at;
        };
    }

    /** Over a part of the text that is there, in code points. */
    static Put slice(Path path, Put put, int from, int to) {
        return (source, value, frame) -> {
            String before = Value.scalarText(Parts.at(source, path));
            String part = Value.scalarText(value);
            String text = Parts.spliced(before == null ? "" : before, part == null ? "" : part, from, to);
            return put.into(source, text.isEmpty() ? null : new Value.Text(text), frame);
        };
    }

    /** Records of a text: {@code a|b;c|d}. */
    static Put records(Put put, String separator, String between, List<String> names) {
        return (source, value, frame) -> {
            List<String> records = new ArrayList<>();
            for (Value item : value instanceof Value.Arr arr ? arr.items() : List.<Value>of()) {
                records.add(record(item, between, names));
            }
            String text = String.join(separator, records);
            return put.into(source, text.isEmpty() ? null : new Value.Text(text), frame);
        };
    }

    private static String record(Value item, String between, List<String> names) {
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            String cell = item instanceof Value.Obj obj ? Value.scalarText(obj.get(name)) : null;
            cells.add(cell == null ? "" : cell);
        }
        String whole = Value.scalarText(item);
        return names.isEmpty() ? whole == null ? "" : whole : String.join(between, cells);
    }
}
