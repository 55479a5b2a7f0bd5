package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.FolderSnapshot;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.Near;
import org.jspecify.annotations.Nullable;

/** Takes a code table over from a spreadsheet: shows first what would change and what would break, then writes. */
public final class TableImport {
    private final Path mappingsDir;

    public TableImport(Path mappingsDir) {
        this.mappingsDir = mappingsDir;
    }

    /**
     * A table as the sheet would have it.
     *
     * @param text the table's file afterwards
     * @param problems what check and tests of the mappings would say that they do not say now
     */
    public record Proposal(String sheet, TableDifference difference, String text, List<MappingProblem> problems) {
        /** Whether a mapping would not work any more. */
        public boolean breaks() {
            return problems.stream().anyMatch(MappingProblem::isError);
        }
    }

    /**
     * Compares, changes nothing.
     *
     * @param sheet name of the sheet, or null: the one called like the table, or the only one
     * @param table the table's name below the mappings folder, such as {@code tables/causes.csv}
     * @throws SheetFault when the workbook cannot be taken
     */
    public Proposal propose(Path workbook, @Nullable String sheet, String table) {
        FolderSnapshot now = FolderSnapshot.of(mappingsDir);
        byte[] bytes = now.files().get(table);
        if (bytes == null) {
            throw new SheetFault("no code table '" + table + "' in the mappings folder."
                    + Near.hint(table, now.files().keySet()));
        }
        CodeTable before = CodeTable.of(table, new String(bytes, StandardCharsets.UTF_8));
        CodeSheet read = new CodeSheets(workbook).read(sheet, table.replaceAll(".*/|\\.csv$", ""));
        List<List<String>> rows = inOrder(read, before);
        unique(read, rows, before);
        String text = before.with(rows);
        return new Proposal(read.sheet(), difference(before, rows), text, problems(now, table, text));
    }

    /** Writes the table, whole or not at all. */
    public void apply(Proposal proposal) {
        Path file = mappingsDir.resolve(proposal.difference().table());
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.writeString(aside, proposal.text());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The sheet's cells in the order of the file's columns; both must have the same columns. */
    private static List<List<String>> inOrder(CodeSheet sheet, CodeTable table) {
        for (int i = 0; i < sheet.columns().size(); i++) {
            String column = sheet.columns().get(i);
            if (!table.columns().contains(column)) {
                throw new SheetFault(
                        sheet.place(1, i) + ": " + table.file() + " has no column '" + column + "'. Columns: "
                                + String.join(", ", table.columns()) + "." + Near.hint(column, table.columns()));
            }
        }
        for (String column : table.columns()) {
            if (!sheet.columns().contains(column)) {
                throw new SheetFault("sheet '" + sheet.sheet() + "' lacks column '" + column + "' of " + table.file());
            }
        }
        List<Integer> order =
                table.columns().stream().map(sheet.columns()::indexOf).toList();
        return sheet.rows().stream()
                .map(row -> CodeTable.picked(row.cells(), order))
                .toList();
    }

    private static void unique(CodeSheet sheet, List<List<String>> rows, CodeTable table) {
        Map<List<String>, Integer> seen = new HashMap<>();
        List<Integer> key = table.key();
        int column = sheet.columns().indexOf(table.columns().get(key.get(0)));
        for (int i = 0; i < rows.size(); i++) {
            int number = sheet.rows().get(i).number();
            List<String> named = CodeTable.picked(rows.get(i), key);
            if (named.stream().allMatch(String::isEmpty)) {
                throw new SheetFault(sheet.place(number, column) + " is blank. Expected a value of column '"
                        + table.columns().get(key.get(0)) + "', which names the row");
            }
            Integer first = seen.putIfAbsent(named, number);
            if (first != null) {
                throw new SheetFault(sheet.place(number, column) + ": " + named(rows.get(i), key, table)
                        + " stands in row " + first + " already. Expected each row once");
            }
        }
    }

    static TableDifference difference(CodeTable table, List<List<String>> after) {
        List<Integer> key = table.key();
        Map<List<String>, List<String>> old = byKey(table.rows(), key);
        Map<List<String>, List<String>> fresh = byKey(after, key);
        List<TableDifference.Change> changed = new ArrayList<>();
        old.forEach((name, row) -> changes(row, fresh.get(name), table, key, changed));
        List<List<String>> stayed =
                old.keySet().stream().filter(fresh::containsKey).toList();
        List<List<String>> order =
                fresh.keySet().stream().filter(old::containsKey).toList();
        return new TableDifference(
                table.file(),
                key.stream().map(table.columns()::get).toList(),
                lines(after, old, table),
                lines(table.rows(), fresh, table),
                changed,
                (int) stayed.stream()
                        .filter(name -> java.util.Objects.equals(old.get(name), fresh.get(name)))
                        .count(),
                !stayed.equals(order));
    }

    private static Map<List<String>, List<String>> byKey(List<List<String>> rows, List<Integer> key) {
        Map<List<String>, List<String>> byKey = new java.util.LinkedHashMap<>();
        rows.forEach(row -> byKey.putIfAbsent(CodeTable.picked(row, key), row));
        return byKey;
    }

    private static void changes(
            List<String> before,
            @Nullable List<String> after,
            CodeTable table,
            List<Integer> key,
            List<TableDifference.Change> changed) {
        for (int column = 0; after != null && column < before.size(); column++) {
            if (!before.get(column).equals(after.get(column))) {
                changed.add(new TableDifference.Change(
                        named(before, key, table), table.columns().get(column), before.get(column), after.get(column)));
            }
        }
    }

    /** Rows that the other side does not have. */
    private static List<TableDifference.Line> lines(
            List<List<String>> rows, Map<List<String>, List<String>> other, CodeTable table) {
        List<Integer> key = table.key();
        return rows.stream()
                .filter(row -> !other.containsKey(CodeTable.picked(row, key)))
                .map(row -> new TableDifference.Line(named(row, key, table), cells(row, key, table)))
                .toList();
    }

    private static String named(List<String> row, List<Integer> key, CodeTable table) {
        return key.stream()
                .filter(column -> !row.get(column).isEmpty())
                .map(column -> table.columns().get(column) + "=" + row.get(column))
                .collect(Collectors.joining(","));
    }

    private static String cells(List<String> row, List<Integer> key, CodeTable table) {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            if (!key.contains(column) && !row.get(column).isEmpty()) {
                cells.append(cells.isEmpty() ? ": " : ", ");
                cells.append(table.columns().get(column)).append('=').append(row.get(column));
            }
        }
        return cells.toString();
    }

    /** What is wrong with the mappings once the table has this text, and is not now. */
    private static List<MappingProblem> problems(FolderSnapshot now, String table, String text) {
        Map<String, byte[]> files = new TreeMap<>(now.files());
        files.put(table, text.getBytes(StandardCharsets.UTF_8));
        Set<String> known = problems(now).stream().map(TableImport::what).collect(Collectors.toSet());
        return problems(new FolderSnapshot(files)).stream()
                .filter(problem -> !known.contains(what(problem)))
                .toList();
    }

    private static String what(MappingProblem problem) {
        return problem.file() + " " + problem.severity() + " " + problem.text();
    }

    private static List<MappingProblem> problems(FolderSnapshot files) {
        try {
            MappingSet set = files.load();
            List<MappingProblem> problems = new ArrayList<>(set.warnings());
            problems.addAll(files.failedTests(set));
            return problems;
        } catch (MappingProblems refused) {
            return refused.problems();
        }
    }
}
