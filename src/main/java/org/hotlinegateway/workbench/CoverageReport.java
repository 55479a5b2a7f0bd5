package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hotlinegateway.mapping.Coverage;
import org.hotlinegateway.mapping.CoveragePoint;

/** What the tests of mapping files reach, as lines and as data. */
final class CoverageReport {
    private CoverageReport() {}

    /** One line for the file, one for each rule or branch missed, one for each table with rows missed. */
    static List<String> lines(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        lines.add(coverage.mapping() + ": rules " + of(coverage, CoveragePoint.Kind.RULE) + ", branches "
                + of(coverage, CoveragePoint.Kind.BRANCH) + ", table rows " + of(coverage, CoveragePoint.Kind.ROW));
        coverage.missed().stream()
                .filter(point -> point.kind() != CoveragePoint.Kind.ROW)
                .forEach(point -> lines.add("  not reached: " + point));
        rows(coverage)
                .forEach((table, missed) -> lines.add("  not looked up in " + table + ": line " + ranges(missed)));
        return lines;
    }

    private static String of(Coverage coverage, CoveragePoint.Kind kind) {
        return coverage.reached(kind) + " of " + coverage.all(kind);
    }

    private static Map<String, TreeSet<Integer>> rows(Coverage coverage) {
        Map<String, TreeSet<Integer>> rows = new LinkedHashMap<>();
        for (CoveragePoint point : coverage.missed()) {
            if (point.kind() == CoveragePoint.Kind.ROW) {
                String table = "table " + point.table() + " (" + point.file() + ")";
                rows.computeIfAbsent(table, unused -> new TreeSet<>()).add(point.line());
            }
        }
        return rows;
    }

    /** {@code 2, 4-7}. */
    private static String ranges(TreeSet<Integer> lines) {
        List<String> ranges = new ArrayList<>();
        int start = lines.first();
        int end = start;
        for (int line : lines.tailSet(start, false)) {
            if (line != end + 1) {
                ranges.add(range(start, end));
                start = line;
            }
            end = line;
        }
        ranges.add(range(start, end));
        return String.join(", ", ranges);
    }

    private static String range(int start, int end) {
        return start == end ? Integer.toString(start) : start + "-" + end;
    }

    static Map<String, Object> facts(Coverage coverage) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mapping", coverage.mapping());
        facts.put("file", coverage.file());
        facts.put("percent", coverage.percent());
        facts.put("rowPercent", coverage.rowPercent());
        facts.put("rules", counts(coverage, CoveragePoint.Kind.RULE));
        facts.put("branches", counts(coverage, CoveragePoint.Kind.BRANCH));
        facts.put("rows", counts(coverage, CoveragePoint.Kind.ROW));
        return facts;
    }

    private static Map<String, Object> counts(Coverage coverage, CoveragePoint.Kind kind) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("reached", coverage.reached(kind));
        counts.put("all", coverage.all(kind));
        return counts;
    }
}
