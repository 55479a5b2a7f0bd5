package org.hotlinegateway.mapping;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which rows of code tables a message needs. */
public final class RowsUsed {
    private RowsUsed() {}

    /** A row that was found for a field. */
    public record Row(String file, int line) {}

    /** Converts the message and gives every row that was found on the way, also when a field fails. */
    public static Set<Row> of(MappingSet set, String mapping, byte[] source, MappingContext context) {
        Watcher watcher = new Watcher();
        try {
            set.program(mapping).apply(source, context, watcher);
        } catch (MappingFailure someFieldsFailed) {
            return watcher.rows;
        }
        return watcher.rows;
    }

    private static final class Watcher implements Trace {
        private final Set<Row> rows = new LinkedHashSet<>();

        @Override
        public void step(String what) {}

        @Override
        public void field(String target, FieldRule rule, boolean made) {}

        @Override
        public void row(Table table, Table.Row row) {
            rows.add(new Row(row.place().file(), row.place().line()));
        }
    }
}
