package org.hotlinegateway.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Phase convert: types, arithmetic and dates. Tables have their own step. */
final class ConvertSteps {
    static final Step AS_TEXT = (value, frame) -> Type.TEXT.convert(value);

    private ConvertSteps() {}

    /** What a value is made into. */
    enum Type {
        TEXT("text"),
        NUMBER("number"),
        INTEGER("integer"),
        BOOLEAN("boolean");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** Null when there is no such type. */
        static @Nullable Type of(String word) {
            for (Type type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            return null;
        }

        String word() {
            return word;
        }

        /** {@code text}, {@code a number}, {@code an integer}, {@code a boolean}. */
        String noun() {
            return this == TEXT ? word : (this == INTEGER ? "an " : "a ") + word;
        }

        /** @throws FieldFault when the value is of another type */
        Value convert(Value value) {
            if (this == TEXT && value instanceof Value.Text) {
                return value;
            }
            String text = Value.scalarText(value);
            if (text == null) {
                throw new FieldFault(FieldError.Code.TYPE, "is " + article(value.kind()) + ", expected " + word);
            }
            return switch (this) {
                case TEXT -> new Value.Text(text);
                case NUMBER -> number(value, text, Numbers.looksNumeric(text));
                case INTEGER -> number(value, text, Numbers.isInteger(text));
                case BOOLEAN -> truth(text);
            };
        }

        private Value number(Value value, String text, boolean fits) {
            if (value instanceof Value.Num && (fits || this == NUMBER)) {
                return value;
            }
            if (!fits || value instanceof Value.Bool) {
                throw new FieldFault(FieldError.Code.TYPE, "is no " + word);
            }
            return new Value.Num(Numbers.canonical(text));
        }

        private static Value truth(String text) {
            return switch (text) {
                case "true", "1" -> Value.Bool.TRUE;
                case "false", "0" -> Value.Bool.FALSE;
                default -> throw new FieldFault(FieldError.Code.TYPE, "is no boolean (expected true, false, 1 or 0)");
            };
        }

        private static String article(String kind) {
            return (kind.startsWith("a") || kind.startsWith("o") ? "an " : "a ") + kind;
        }
    }

    static Step as(Type type) {
        return type == Type.TEXT ? AS_TEXT : (value, frame) -> type.convert(value);
    }

    static Step arithmetic(@Nullable BigDecimal divisor, @Nullable RoundingMode round) {
        Quotient quotient = Quotient.of(divisor, round);
        return Step.onText(divisor == null ? "round" : "divide", (text, frame) -> {
            if (!Numbers.looksNumeric(text)) {
                throw new FieldFault(FieldError.Code.TYPE, "is no number");
            }
            String exact = quotient == null ? null : quotient.of(text);
            return new Value.Num(
                    exact != null
                            ? exact
                            : calculated(new BigDecimal(text), divisor, round).toPlainString());
        });
    }

    private static BigDecimal calculated(
            BigDecimal number, @Nullable BigDecimal divisor, @Nullable RoundingMode round) {
        if (round != null) {
            return divisor == null ? number.setScale(0, round) : number.divide(divisor, 0, round);
        }
        try {
            return divisor == null ? number : number.divide(divisor).stripTrailingZeros();
        } catch (ArithmeticException e) {
            throw new FieldFault(FieldError.Code.VALUE, "has no exact quotient: give 'round'");
        }
    }

    /** How a date is read and printed; {@code read} null means ISO forms. */
    record DateClause(
            @Nullable DatePattern read,
            @Nullable Boolean readMillis,
            Zone sourceZone,
            int timeOfDay,
            @Nullable DatePattern print,
            boolean printMillis,
            Zone zone) {
        /** No time of day was declared. */
        static final int NO_TIME = -1;
    }

    static Step date(DateClause clause) {
        return Step.onScalar("date", (scalar, frame) -> {
            Moment moment = parsed(scalar, clause);
            if (moment.isSentinel()) {
                frame.run().note("a sentinel date counts as missing");
                return null;
            }
            return printed(moment, clause);
        });
    }

    private static Moment parsed(Written text, DateClause clause) {
        if (clause.readMillis() != null) {
            return Dates.ofEpoch(text.text(), clause.readMillis(), clause.zone());
        }
        return clause.read() == null ? Dates.parseIso(text) : clause.read().parse(text);
    }

    private static Value printed(Moment read, DateClause clause) {
        DatePattern print = clause.print();
        Moment moment = read.dateOnly() && (print == null || print.hasTime()) ? timed(read, clause) : read;
        if (moment.dateOnly() && print != null) {
            return print.print(Civil.of(moment.local(), 0, 0));
        }
        long epoch = Dates.epochSecond(moment, clause.sourceZone());
        if (print == null) {
            return new Value.Num(
                    Long.toString(clause.printMillis() ? epoch * 1000 + moment.nanos() / 1_000_000 : epoch));
        }
        int offset = clause.zone().offsetAt(epoch);
        return print.print(Civil.of(epoch + offset, moment.nanos(), offset));
    }

    private static Moment timed(Moment date, DateClause clause) {
        if (clause.timeOfDay() == DateClause.NO_TIME) {
            throw new FieldFault(FieldError.Code.TYPE, "is a date without time: give 'timeOfDay'");
        }
        return new Moment(date.local() + clause.timeOfDay(), 0, date.offset(), false);
    }
}
