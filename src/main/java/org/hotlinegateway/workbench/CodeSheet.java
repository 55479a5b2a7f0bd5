package org.hotlinegateway.workbench;

import java.util.List;

/**
 * A code table as a sheet holds it: every cell a text.
 *
 * @param columns first row
 * @param rows rows with at least one text
 */
record CodeSheet(String sheet, List<String> columns, List<Row> rows) {
    /** @param number as the spreadsheet counts, from 1 */
    record Row(int number, List<String> cells) {}

    /** Where a cell stands, such as {@code sheet 'causes' cell C7}. */
    static String place(String sheet, int row, int column) {
        return "sheet '" + sheet + "' cell " + letters(column) + row;
    }

    String place(int row, int column) {
        return place(sheet, row, column);
    }

    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }
}
