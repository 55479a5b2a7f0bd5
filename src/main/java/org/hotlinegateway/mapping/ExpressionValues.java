package org.hotlinegateway.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands values to an expression and takes its result. */
final class ExpressionValues {
    /** Digits a binary number holds exactly. */
    private static final int EXACT_DIGITS = 15;

    private ExpressionValues() {}

    static @Nullable Object object(Value value) {
        if (value instanceof Value.Num num) {
            return number(num.text());
        }
        if (value instanceof Value.Arr arr) {
            return list(arr);
        }
        if (value instanceof Value.Obj obj) {
            return map(obj);
        }
        return value instanceof Value.Bool bool ? (Object) bool.value() : Value.scalarText(value);
    }

    private static Number number(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (exact.stripTrailingZeros().precision() > EXACT_DIGITS) {
            throw new FieldFault(
                    FieldError.Code.VALUE,
                    "is a number of more than " + EXACT_DIGITS + " digits, which expr cannot hold");
        }
        return exact.scale() <= 0 ? (Number) exact.longValueExact() : (Number) exact.doubleValue();
    }

    private static List<Object> list(Value.Arr arr) {
        List<Object> items = new ArrayList<>(arr.items().size());
        arr.items().forEach(item -> items.add(object(item)));
        return items;
    }

    private static Map<String, Object> map(Value.Obj obj) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < obj.size(); i++) {
            fields.put(obj.name(i), object(obj.value(i)));
        }
        return fields;
    }

    /** @throws FieldFault when the result is not one value of the type */
    static @Nullable Value typed(@Nullable Object result, ConvertSteps.Type type) {
        if (result == null) {
            return null;
        }
        Value value = scalar(result);
        boolean fits = value != null
                && switch (type) {
                    case TEXT -> value instanceof Value.Text;
                    case NUMBER -> value instanceof Value.Num;
                    case INTEGER -> value instanceof Value.Num num && Numbers.isInteger(num.text());
                    case BOOLEAN -> value instanceof Value.Bool;
                };
        if (!fits) {
            throw new FieldFault(
                    FieldError.Code.TYPE,
                    "is " + kind(result, value) + " made by the expression, declared " + type.word());
        }
        return value;
    }

    private static String kind(Object result, @Nullable Value value) {
        if (value != null) {
            return "a " + value.kind();
        }
        return result instanceof List ? "an array" : result instanceof Map ? "an object" : "no single value";
    }

    private static @Nullable Value scalar(Object result) {
        if (result instanceof String text) {
            return new Value.Text(text);
        }
        if (result instanceof Boolean truth) {
            return Value.Bool.of(truth);
        }
        boolean finite = result instanceof Number number && Double.isFinite(number.doubleValue());
        return finite
                ? new Value.Num(
                        new BigDecimal(result.toString()).stripTrailingZeros().toPlainString())
                : null;
    }
}
