package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of code rows: first row names the columns, quotes as in RFC 4180, rows beginning with {@code #} are
 * remarks.
 */
public record TableFile(String file, List<String> columns, List<Row> rows) {
    /** @param line where the row begins, counted from 1 */
    public record Row(int line, List<String> cells) {}

    public static TableFile parse(String file, String text) {
        List<Row> rows = new Cells(text.startsWith("\uFEFF") ? text.substring(1) : text).rows();
        return rows.isEmpty()
                ? new TableFile(file, List.of(), List.of())
                : new TableFile(file, rows.get(0).cells(), rows.subList(1, rows.size()));
    }

    public int column(String name) {
        return columns.indexOf(name);
    }

    /** The trimmed cell; null when the row is short or the cell blank. */
    public static @Nullable String cell(Row row, int column) {
        if (column < 0 || column >= row.cells().size()) {
            return null;
        }
        String text = row.cells().get(column);
        return text.isEmpty() ? null : text;
    }

    /** The same table, where one row gives the value of another; a value of its own when all rows give the same. */
    TableFile swapped(int line, String column) {
        int index = column(column);
        List<Row> changed = rows.stream()
                .map(row -> row.line() == line ? new Row(line, swapped(row, index)) : row)
                .toList();
        return new TableFile(file, columns, changed);
    }

    private List<String> swapped(Row row, int index) {
        String value = row.cells().get(index);
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(
                index,
                rows.stream()
                        .map(other -> cell(other, index))
                        .filter(other -> other != null && !other.equals(value))
                        .findFirst()
                        .orElse(value + "x"));
        return cells;
    }

    /** Every row by the names of the columns, in their order; blank cells are left out. */
    public List<Map<String, String>> byColumn() {
        return rows.stream().map(this::byColumn).toList();
    }

    private Map<String, String> byColumn(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = cell(row, i);
            if (cell != null) {
                cells.put(columns.get(i), cell);
            }
        }
        return cells;
    }

    public Place place(Row row) {
        return new Place(file, row.line(), 1);
    }

    /** Splits the text into rows and cells. */
    private static final class Cells {
        private final String text;
        private int at;
        private int line = 1;

        Cells(String text) {
            this.text = text;
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            while (at < text.length()) {
                int start = line;
                boolean remark = text.charAt(at) == '#';
                List<String> cells = remark ? remark() : row();
                if (!remark && !(cells.size() == 1 && cells.get(0).isEmpty())) {
                    rows.add(new Row(start, cells));
                }
            }
            return rows;
        }

        private List<String> remark() {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
            line++;
            return List.of();
        }

        private List<String> row() {
            List<String> cells = new ArrayList<>();
            boolean more = true;
            while (more) {
                cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
                more = at < text.length() && text.charAt(at) == ',';
                at++;
            }
            line++;
            return cells;
        }

        private String plain() {
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private String quoted() {
            StringBuilder cell = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    line += c == '\n' ? 1 : 0;
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append(c);
                    at++;
                } else {
                    break;
                }
            }
            cell.append(plain());
            return cell.toString().strip();
        }
    }
}
