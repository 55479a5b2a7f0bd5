package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a finished message obeys a schema; in XML and forms everything is text and an array may be one element. */
final class Conformity {
    private final boolean typed;
    private final List<String> faults;

    /** @param typed the format tells numbers and arrays from texts */
    Conformity(boolean typed, List<String> faults) {
        this.typed = typed;
        this.faults = faults;
    }

    void check(String path, Value value, @Nullable Schema schema) {
        if (schema == null || value instanceof Value.Null) {
            return;
        }
        if (schema.isArray()) {
            array(path, value, schema);
        } else if (value instanceof Value.Obj obj) {
            object(path, obj, schema);
        } else {
            scalar(path, value, schema);
        }
    }

    private void array(String path, Value value, Schema schema) {
        if (typed && !(value instanceof Value.Arr)) {
            faults.add(named(path) + " is " + value.kind() + ", the schema demands an array");
        }
        List<Value> items = value instanceof Value.Arr arr ? arr.items() : List.of(value);
        for (int i = 0; i < items.size(); i++) {
            check(path + "[" + i + "]", items.get(i), schema.items());
        }
    }

    private void object(String path, Value.Obj obj, Schema schema) {
        for (String name : schema.required()) {
            if (obj.get(name) == null) {
                faults.add(Leaves.child(path, name) + " is missing, the schema demands it");
            }
        }
        for (int i = 0; i < obj.size(); i++) {
            Schema field = schema.property(obj.name(i));
            if (field == null && schema.isSealed()) {
                faults.add(Leaves.child(path, obj.name(i)) + " is unknown to the schema");
            }
            check(Leaves.child(path, obj.name(i)), obj.value(i), field);
        }
    }

    private void scalar(String path, Value value, Schema schema) {
        String text = Value.scalarText(value);
        if (text == null || typed && !fits(value, schema)) {
            faults.add(named(path) + " is " + value.kind() + ", the schema demands "
                    + (schema.type().isEmpty() ? "one value" : schema.type()));
        } else if (!schema.allowed().isEmpty() && !schema.allowed().contains(text)) {
            faults.add(named(path) + " is none of the values the schema lists");
        } else if (text.codePointCount(0, text.length()) > schema.maxLength()) {
            faults.add(named(path) + " is longer than the schema allows");
        }
    }

    private static String named(String path) {
        return path.isEmpty() ? "it" : path;
    }

    private static boolean fits(Value value, Schema schema) {
        return switch (schema.type()) {
            case "string" -> value instanceof Value.Text;
            case "integer" -> value instanceof Value.Num num && Numbers.isInteger(num.text());
            case "number" -> value instanceof Value.Num;
            case "boolean" -> value instanceof Value.Bool;
            case "object" -> false;
            default -> true;
        };
    }
}
