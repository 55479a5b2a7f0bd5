package org.hotlinegateway.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.hotlinegateway.mapping.Near;
import org.jspecify.annotations.Nullable;

/** Reads code tables out of a workbook. Only text counts: a number may have lost its zeros, a formula may change. */
final class CodeSheets {
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 100;

    private final Path file;
    private final WorkbookFile container;

    CodeSheets(Path file) {
        this.file = file;
        this.container = new WorkbookFile(file);
    }

    /**
     * One sheet.
     *
     * @param wanted its name, or null: the one called like the table, or the only one
     * @throws SheetFault when the file, the sheet or a cell cannot be taken
     */
    CodeSheet read(@Nullable String wanted, String table) {
        container.check();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Sheet sheet = chosen(workbook.getSheets().toList(), wanted, table);
            container.merged(sheet.getId()).ifPresent(range -> {
                throw new SheetFault("sheet '" + sheet.getName() + "' cells " + range
                        + " are merged. Expected one cell for each code: unmerge them and fill every row");
            });
            return read(sheet);
        } catch (SheetFault told) {
            throw told;
        } catch (IOException | RuntimeException e) {
            throw new SheetFault(file.getFileName() + " is a damaged XLSX workbook. Save it again", e);
        }
    }

    private static Sheet chosen(List<Sheet> sheets, @Nullable String wanted, String table) {
        String name = wanted == null ? table : wanted;
        for (Sheet sheet : sheets) {
            if (sheet.getName().equals(name)) {
                return sheet;
            }
        }
        if (wanted == null && sheets.size() == 1) {
            return sheets.get(0);
        }
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        throw new SheetFault("no sheet '" + name + "'. Sheets: " + String.join(", ", names) + "."
                + Near.hint(name, names) + (wanted == null ? " Name one by --sheet" : ""));
    }

    private CodeSheet read(Sheet sheet) throws IOException {
        List<CodeSheet.Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
            all.forEach(row -> {
                List<String> cells = cells(sheet.getName(), row);
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new CodeSheet.Row(row.getRowNum(), cells));
                }
                if (rows.size() > MOST_ROWS) {
                    throw new SheetFault("sheet '" + sheet.getName() + "' has more than " + MOST_ROWS + " rows");
                }
            });
        }
        if (rows.isEmpty()) {
            throw new SheetFault("sheet '" + sheet.getName() + "' is empty. Expected column names in row 1");
        }
        return new CodeSheet(sheet.getName(), columns(sheet.getName(), rows), filled(sheet.getName(), rows));
    }

    private static List<String> cells(String sheet, org.dhatim.fastexcel.reader.Row row) {
        int count = row.getCellCount();
        String[] cells = new String[Math.min(count, MOST_COLUMNS)];
        Arrays.fill(cells, "");
        for (int column = 0; column < count; column++) {
            Cell cell = row.getCell(column);
            String text = cell == null ? "" : text(sheet, row.getRowNum(), column, cell);
            if (column < MOST_COLUMNS) {
                cells[column] = text;
            } else if (!text.isEmpty()) {
                throw new SheetFault(CodeSheet.place(sheet, row.getRowNum(), column) + " lies beyond column "
                        + MOST_COLUMNS + ". Expected a code table from column A on");
            }
        }
        return List.of(cells);
    }

    private static String text(String sheet, int row, int column, Cell cell) {
        CellType type = cell.getType();
        if (type == CellType.STRING) {
            return cell.asString().strip();
        }
        if (type == CellType.EMPTY) {
            return "";
        }
        String what = switch (type) {
            case NUMBER -> "is a number or a date and may have lost leading zeros";
            case FORMULA -> "is a formula";
            case BOOLEAN -> "is a truth value";
            default -> "is an error value";
        };
        throw new SheetFault(CodeSheet.place(sheet, row, column) + " " + what
                + ". Expected text: format the cells as text (文本) and type the code again");
    }

    private static List<String> columns(String sheet, List<CodeSheet.Row> rows) {
        CodeSheet.Row head = rows.get(0);
        List<String> columns = new ArrayList<>(head.cells());
        while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
            columns.remove(columns.size() - 1);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty() || !seen.add(columns.get(i))) {
                String what = columns.get(i).isEmpty() ? "is blank" : "names column '" + columns.get(i) + "' again";
                throw new SheetFault(
                        CodeSheet.place(sheet, head.number(), i) + " " + what + ". Expected one name for each column");
            }
        }
        return List.copyOf(columns);
    }

    /** The rows below the names, each with as many cells as there are columns. */
    private static List<CodeSheet.Row> filled(String sheet, List<CodeSheet.Row> rows) {
        int width = columns(sheet, rows).size();
        List<CodeSheet.Row> filled = new ArrayList<>();
        for (CodeSheet.Row row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < Math.max(width, row.cells().size()); i++) {
                String cell = i < row.cells().size() ? row.cells().get(i) : "";
                if (i >= width && !cell.isEmpty()) {
                    throw new SheetFault(CodeSheet.place(sheet, row.number(), i) + " has no column name above it");
                }
                if (i < width) {
                    cells.add(cell);
                }
            }
            filled.add(new CodeSheet.Row(row.number(), List.copyOf(cells)));
        }
        return filled;
    }
}
