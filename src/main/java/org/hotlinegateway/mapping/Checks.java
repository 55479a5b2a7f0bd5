package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of a finished value; none of them says what the value is. */
final class Checks {
    private Checks() {}

    /** The check most fields have. */
    record MaxLength(int most) implements FieldRule.Check {
        @Override
        public void verify(Value value, Frame frame) {
            if (value instanceof Written written && !written.isWithin(most)) {
                throw new FieldFault(
                        FieldError.Code.LENGTH,
                        "is " + written.codePoints() + " code points long, at most " + most + " allowed");
            }
        }
    }

    static FieldRule.Check maxBytes(int most, Charset charset) {
        return (value, frame) -> {
            String text = Value.scalarText(value);
            int length = text == null ? 0 : text.getBytes(charset).length;
            if (length > most) {
                throw new FieldFault(
                        FieldError.Code.LENGTH,
                        "is " + length + " bytes long in " + charset.name() + ", at most " + most + " allowed");
            }
        };
    }

    static FieldRule.Check pattern(Pattern pattern) {
        Digits digits = Digits.of(pattern.pattern());
        return (value, frame) -> {
            if (digits == null ? !matches(pattern, value) : !digits.matches(value)) {
                throw new FieldFault(FieldError.Code.VALUE, "does not match pattern " + pattern.pattern());
            }
        };
    }

    private static boolean matches(Pattern pattern, Value value) {
        String text = Value.scalarText(value);
        return text != null && pattern.matches(text);
    }

    static FieldRule.Check oneOf(List<String> allowed) {
        List<String> values = List.copyOf(allowed);
        CodeIndex known = CodeIndex.of(values.stream().distinct().collect(Collectors.toMap(one -> one, one -> one)));
        return (value, frame) -> {
            if (!isOneOf(value, known, values)) {
                throw new FieldFault(FieldError.Code.VALUE, "is none of " + shortened(values));
            }
        };
    }

    private static boolean isOneOf(Value value, @Nullable CodeIndex known, List<String> values) {
        if (known != null && value instanceof Value.Text text && text.hasBytes()) {
            return known.find(text.source(), text.from(), text.to()) != null;
        }
        String text = Value.scalarText(value);
        return text != null && values.contains(text);
    }

    private static String shortened(List<String> values) {
        return String.join(", ", values.subList(0, Math.min(10, values.size()))) + (values.size() > 10 ? ", …" : "");
    }

    static FieldRule.Check range(BigDecimal limit, boolean least) {
        return (value, frame) -> {
            String text = Value.scalarText(value);
            if (text == null || !Numbers.looksNumeric(text)) {
                throw new FieldFault(FieldError.Code.TYPE, "is no number");
            }
            int comparison = new BigDecimal(text).compareTo(limit);
            if (least ? comparison < 0 : comparison > 0) {
                throw new FieldFault(
                        FieldError.Code.VALUE, (least ? "is below " : "is above ") + limit.toPlainString());
            }
        };
    }

    /** An object that moves whole obeys the target schema in all its fields. */
    static FieldRule.Check object(Schema schema, boolean typed) {
        return (value, frame) -> {
            List<String> faults = new ArrayList<>();
            new Conformity(typed, faults).check("", value, schema);
            if (!faults.isEmpty()) {
                throw new FieldFault(FieldError.Code.VALUE, "moves whole, but " + faults.get(0));
            }
        };
    }

    /** Turns a failed check into a note. */
    static FieldRule.Check warning(FieldRule.Check check, String target) {
        return (value, frame) -> {
            try {
                check.verify(value, frame);
            } catch (FieldFault fault) {
                frame.run().note("WARN " + target + ": " + fault.text());
            }
        };
    }
}
