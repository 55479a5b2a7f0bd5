package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks a code up.
 *
 * @param asOf source of the day, null for the day of the conversion
 * @param otherwise literal for a miss, or null
 */
record TableStep(
        Table table,
        @Nullable Path asOf,
        Otherwise kind,
        @Nullable Value otherwise,
        Zone zone,
        Place rule) implements Step {
    private static final DatePattern DAY = DatePattern.of("yyyy-MM-dd");

    /** What becomes of a code that is in no row. */
    enum Otherwise {
        ERROR,
        PASS,
        VALUE
    }

    @Override
    public @Nullable Value apply(Value value, Frame frame) {
        Value quick = frame.run().trace() == null ? table.quick(value) : null;
        return quick == null ? found(value, frame) : quick;
    }

    /** The values of a list of codes, found at once; null for those that are to be looked up one by one, or when all are. */
    @Nullable
    Value @Nullable [] apply(List<Value> codes, Frame frame) {
        return frame.run().trace() == null ? table.quick(codes) : null;
    }

    private @Nullable Value found(Value value, Frame frame) {
        String key = Value.scalarText(value);
        if (key == null) {
            throw new FieldFault(FieldError.Code.TYPE, "'table' takes a single value, found " + value.kind());
        }
        Table.Row row = table.find(key, table.isDated() ? day(frame) : null);
        Trace trace = frame.run().trace();
        if (trace != null) {
            trace.step(
                    row == null ? "table " + table.name() + ": no row" : "table " + table.name() + " " + row.place());
            if (row != null) {
                trace.row(table, row);
            }
        }
        return row == null ? miss(key, value, frame) : new Value.Text(row.value());
    }

    private @Nullable Value miss(String key, Value value, Frame frame) {
        if (kind == Otherwise.ERROR) {
            throw FieldFault.miss(
                    MissedCode.of(table, key),
                    "is in no row of table '" + table.name() + "' (" + table.origin() + "), rule " + rule);
        }
        frame.run().reached(Reach.TABLE_ELSE, rule);
        if (kind == Otherwise.PASS || otherwise != null) {
            return kind == Otherwise.PASS ? value : otherwise;
        }
        frame.run().note("UNMAPPED: in no row of table '" + table.name() + "' (" + table.origin() + ")");
        return null;
    }

    private String day(Frame frame) {
        String text = asOf == null ? null : Value.scalarText(asOf.resolve(frame));
        if (text == null || text.isBlank()) {
            return Dates.iso(frame.run().context().now(), zone).substring(0, 10);
        }
        Moment moment = Dates.parseIso(new Value.Text(text.strip()));
        Civil civil = Civil.of(moment.local(), 0, 0);
        return DAY.print(civil).text();
    }
}
