package org.hotlinegateway.mapping;

import java.util.List;

/** Which rows of a table file are preferred when it is read from value to code. */
final class PreferredRows {
    private final MappingFolder folder;

    PreferredRows(MappingFolder folder) {
        this.folder = folder;
    }

    /** Marked in column {@code prefer}, by yes or by the name of the column that is read. */
    boolean isPreferred(Table table, Table.Row row) {
        int hash = table.origin().indexOf('#');
        if (hash < 0) {
            return false;
        }
        TableFile file = folder.table(table.origin().substring(0, hash));
        String column =
                table.origin().substring(table.origin().indexOf("->") + 2).strip();
        return file.rows().stream()
                .filter(line -> line.line() == row.place().line())
                .anyMatch(line -> TableBuilder.isPreferred(file, line, List.of(column)));
    }
}
