package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Near;
import org.hotlinegateway.mapping.TableFile;

/** Finds rows of a code table by the value of a column. */
record TableRows(TableFile table) {
    /**
     * Lines of the rows, counted from 1.
     *
     * @param wanted {@code column=value}
     * @throws BlastFault when there is no such column or row
     */
    Set<Integer> linesOf(String wanted) {
        int equals = wanted.indexOf('=');
        String name = wanted.substring(0, equals).strip();
        String value = wanted.substring(equals + 1).strip();
        int column = table.column(name);
        if (column < 0) {
            throw new BlastFault(table.file() + " has no column '" + name + "'. Columns: "
                    + String.join(", ", table.columns()) + "." + Near.hint(name, table.columns()));
        }
        Set<Integer> lines = table.rows().stream()
                .filter(row -> value.equals(TableFile.cell(row, column)))
                .map(TableFile.Row::line)
                .collect(Collectors.toCollection(TreeSet::new));
        if (lines.isEmpty()) {
            List<String> values = table.rows().stream()
                    .map(row -> TableFile.cell(row, column))
                    .map(String::valueOf)
                    .toList();
            throw new BlastFault("no row of " + table.file() + " has '" + value + "' in column '" + name + "'."
                    + Near.hint(value, values));
        }
        return lines;
    }
}
