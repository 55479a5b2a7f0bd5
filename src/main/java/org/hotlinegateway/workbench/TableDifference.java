package org.hotlinegateway.workbench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a code table would change.
 *
 * @param key columns that name a row
 * @param moved rows that stay stand in another order
 */
public record TableDifference(
        String table,
        List<String> key,
        List<Line> added,
        List<Line> removed,
        List<Change> changed,
        int unchanged,
        boolean moved) {
    /** A whole row, {@code cause=POLICY}, and its other cells. */
    public record Line(String row, String cells) {}

    /** One cell of a row that stays. */
    public record Change(String row, String column, String before, String after) {
        @Override
        public String toString() {
            return row + " " + column + ": " + shown(before) + " → " + shown(after);
        }

        private static String shown(String cell) {
            return cell.isEmpty() ? "(blank)" : cell;
        }
    }

    public boolean isNothing() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && !moved;
    }

    /** A line of counts, then a line for every row or cell that differs. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(
                table + ", rows named by " + String.join(", ", key) + ": " + added.size() + " added, " + removed.size()
                        + " removed, " + changedRows() + " changed, " + unchanged + " unchanged"
                        + (moved ? ", in another order" : ""));
        added.forEach(line -> lines.add("+ " + line.row() + line.cells()));
        removed.forEach(line -> lines.add("- " + line.row() + line.cells()));
        changed.forEach(change -> lines.add("~ " + change));
        return lines;
    }

    private int changedRows() {
        return changed.stream().map(Change::row).collect(Collectors.toSet()).size();
    }
}
