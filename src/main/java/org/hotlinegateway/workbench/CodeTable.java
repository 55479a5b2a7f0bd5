package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotlinegateway.mapping.TableFile;

/**
 * A code table's file as text: its rows with what stands before each (remarks), so that a row that stays is written back
 * letter for letter.
 */
record CodeTable(String file, String text, TableFile parsed) {
    private static final String MARK = "\uFEFF";

    static CodeTable of(String file, String text) {
        return new CodeTable(file, text, TableFile.parse(file, text));
    }

    List<String> columns() {
        return parsed.columns();
    }

    /** The rows, each with as many cells as there are columns. */
    List<List<String>> rows() {
        return parsed.rows().stream().map(this::cells).toList();
    }

    private List<String> cells(TableFile.Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns().size(); column++) {
            String cell = TableFile.cell(row, column);
            cells.add(cell == null ? "" : cell);
        }
        return List.copyOf(cells);
    }

    /** The fewest leading columns that name every row, with the days of validity where the table has them. */
    List<Integer> key() {
        List<Integer> days = List.of(parsed.column("validFrom"), parsed.column("validTo")).stream()
                .filter(column -> column >= 0)
                .toList();
        List<Integer> key = new ArrayList<>();
        for (int column = 0; column < columns().size(); column++) {
            if (!days.contains(column)) {
                key.add(column);
                List<Integer> dated = new ArrayList<>(key);
                dated.addAll(days);
                if (names(key)) {
                    return List.copyOf(key);
                }
                if (!days.isEmpty() && names(dated)) {
                    return dated;
                }
            }
        }
        return key.isEmpty() ? List.of(0) : List.copyOf(key);
    }

    private boolean names(List<Integer> key) {
        Set<List<String>> seen = new HashSet<>();
        return rows().stream().allMatch(row -> seen.add(picked(row, key)));
    }

    static List<String> picked(List<String> row, List<Integer> columns) {
        return columns.stream().map(row::get).toList();
    }

    /** The file with these rows instead; rows that stay keep their text, remarks stay before their row. */
    String with(List<List<String>> rows) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> lines = List.of((text.startsWith(MARK) ? text.substring(1) : text).split("\r?\n", -1));
        Map<List<String>, String> known = new LinkedHashMap<>();
        Map<List<String>, List<String>> remarks = new LinkedHashMap<>();
        List<String> head = remember(lines, known, remarks);
        StringBuilder out = new StringBuilder(text.startsWith(MARK) ? MARK : "");
        head.forEach(line -> out.append(line).append(end));
        for (List<String> row : rows) {
            List<String> before = remarks.remove(picked(row, key()));
            (before == null ? List.<String>of() : before)
                    .forEach(line -> out.append(line).append(end));
            out.append(known.getOrDefault(row, csv(row))).append(end);
        }
        remarks.values()
                .forEach(orphans -> orphans.forEach(line -> out.append(line).append(end)));
        return out.toString();
    }

    /** Fills in the text of each one-line row and the remarks before each row; gives all lines down to the names. */
    private List<String> remember(
            List<String> lines, Map<List<String>, String> known, Map<List<String>, List<String>> remarks) {
        Map<Integer, List<String>> rowAt = new LinkedHashMap<>();
        parsed.rows().forEach(row -> rowAt.put(row.line(), cells(row)));
        int first = rowAt.keySet().stream().findFirst().orElse(lines.size() + 1);
        int names = nameLine(lines, first);
        List<String> pending = new ArrayList<>();
        for (int line = names + 1; line <= lines.size(); line++) {
            List<String> row = rowAt.get(line);
            String written = lines.get(line - 1);
            if (row != null) {
                remarks.put(picked(row, key()), List.copyOf(pending));
                pending.clear();
                if (CodeTable.of(file, String.join(",", columns()) + "\n" + written)
                        .rows()
                        .equals(List.of(row))) {
                    known.put(row, written);
                }
            } else if (written.startsWith("#")) {
                pending.add(written);
            }
        }
        remarks.put(List.of(), List.copyOf(pending));
        return lines.subList(0, names);
    }

    private static int nameLine(List<String> lines, int first) {
        int line = Math.min(first - 1, lines.size());
        while (line > 1
                && (lines.get(line - 1).startsWith("#") || lines.get(line - 1).isEmpty())) {
            line--;
        }
        return line;
    }

    private static String csv(List<String> row) {
        return String.join(",", row.stream().map(CodeTable::quoted).toList());
    }

    private static String quoted(String cell) {
        return cell.startsWith("#") || cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
