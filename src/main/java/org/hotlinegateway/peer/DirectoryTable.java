package org.hotlinegateway.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV table with a header row; cells may be quoted. */
final class DirectoryTable {
    private DirectoryTable() {}

    static List<Map<String, String>> read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, String>> parse(String file, String text) {
        List<String> lines = lines(file, text);
        List<String> header = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(file, i + 1, header, cells(lines.get(i))));
            }
        }
        return rows;
    }

    private static List<String> lines(String file, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.removeIf(line -> line.startsWith("#"));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + ":1:1: the table is empty. Expected a header row.");
        }
        return lines;
    }

    private static Map<String, String> row(String file, int line, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(file + ":" + line + ":1: " + cells.size() + " cells. Expected "
                    + header.size() + ", one for each column.");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.replace("\uFEFF", "").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
