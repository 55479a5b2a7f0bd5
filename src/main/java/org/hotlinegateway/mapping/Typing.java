package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives values of the target the types the source schema declares. */
final class Typing {
    private Typing() {}

    /** @throws FieldFault when the value is of another type */
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
        ConvertSteps.Type type = schema.scalarType();
        return type == null || value instanceof Value.Arr ? value : type.convert(value);
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
