package org.hotlinegateway.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An interface table as an XLSX workbook: one sheet of fields, one for each code table. Every cell is text, so that a
 * code keeps its leading zeros and a text that looks like a formula stays a text. A sheet of codes holds nothing but the
 * table, so that it can be edited and imported again.
 */
public final class InterfaceWorkbook {
    /** The sheet of fields. */
    public static final String FIELDS = "字段";

    private static final int LONGEST_NAME = 31;
    private static final int ROOM_FOR_NEW_ROWS = 200;
    private static final double[] WIDTHS = {6, 28, 18, 18, 8, 10, 36, 60, 18, 14, 30};
    private static final double CODE_WIDTH = 22;
    private static final String TEXT = "@";

    private InterfaceWorkbook() {}

    /** The workbook's bytes. */
    public static byte[] of(InterfaceTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "hotline-gateway", "1.0")) {
            fields(workbook.newWorksheet(FIELDS), table);
            Set<String> taken = new HashSet<>(Set.of(FIELDS));
            for (InterfaceTable.Codes codes : table.codes()) {
                codes(workbook.newWorksheet(sheetName(codes.name(), taken)), codes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void fields(Worksheet sheet, InterfaceTable table) {
        sheet.value(0, 0, table.title());
        sheet.style(0, 0).format(TEXT).bold().fontSize(14).set();
        int at = 1;
        for (InterfaceTable.Entry entry : table.head()) {
            row(sheet, at++, List.of(entry.label(), entry.text()), false);
        }
        at++;
        row(sheet, at, InterfaceTable.COLUMNS, true);
        sheet.freezePane(2, at + 1);
        for (InterfaceTable.Row row : table.rows()) {
            row(sheet, ++at, row.cells(), false);
        }
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
    }

    private static void codes(Worksheet sheet, InterfaceTable.Codes codes) {
        int last = codes.columns().size() - 1;
        sheet.range(0, 0, codes.rows().size() + ROOM_FOR_NEW_ROWS, last)
                .style()
                .format(TEXT)
                .set();
        row(sheet, 0, codes.columns(), true);
        sheet.freezePane(0, 1);
        for (int i = 0; i < codes.rows().size(); i++) {
            row(sheet, i + 1, codes.rows().get(i), false);
        }
        for (int column = 0; column <= last; column++) {
            sheet.width(column, CODE_WIDTH);
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells, boolean bold) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
            if (bold) {
                sheet.style(row, column).format(TEXT).bold().fillColor("DDE6F0").set();
            } else {
                sheet.style(row, column)
                        .format(TEXT)
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
        }
    }

    /** At most 31 characters, none of those a spreadsheet forbids, and none twice. */
    private static String sheetName(String wanted, Set<String> taken) {
        String plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", "_");
        String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String mark = "~" + i;
            name = plain.substring(0, Math.min(LONGEST_NAME - mark.length(), plain.length())) + mark;
        }
        return name;
    }
}
