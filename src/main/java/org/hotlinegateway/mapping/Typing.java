package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives values of the target the types the source schema declares. */
final class Typing {
    private Typing() {}

    /** @throws FieldFault when an array has no single element for a single value */
    static Value typed(Value value, @Nullable Schema schema) {
        if (schema == null || value instanceof Value.Null) {
            return value;
        }
        if (value instanceof Value.Obj obj) {
            return fields(obj, schema);
        }
        if (schema.isArray()) {
            return items(value instanceof Value.Arr arr ? arr.items() : List.of(value), schema);
        }
        if (value instanceof Value.Arr arr && schema.scalarType() != null) {
            return typed(single(arr), schema);
        }
        String text = Value.scalarText(value);
        return text == null ? value : scalar(value, text, schema.scalarType());
    }

    /** What the source cannot hold in the declared type without changing how it is written stays as it is. */
    private static Value scalar(Value value, String text, ConvertSteps.@Nullable Type type) {
        if (type == null) {
            return value;
        }
        return switch (type) {
            case TEXT -> new Value.Text(text);
            case NUMBER, INTEGER -> Numbers.isNumber(text) ? new Value.Num(text) : value;
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Value.Bool.of(text.equals("true")) : value;
        };
    }

    private static Value fields(Value.Obj obj, Schema schema) {
        Value.Obj made = new Value.Obj();
        for (int i = 0; i < obj.size(); i++) {
            made.add(obj.name(i), typed(obj.value(i), schema.property(obj.name(i))));
        }
        return made;
    }

    private static Value items(List<Value> items, Schema schema) {
        return new Value.Arr(
                items.stream().map(item -> typed(item, schema.items())).toList());
    }

    private static Value single(Value.Arr arr) {
        if (arr.items().size() != 1) {
            throw new FieldFault(
                    FieldError.Code.TYPE, "has " + arr.items().size() + " elements, the source takes one value");
        }
        return arr.items().get(0);
    }
}
