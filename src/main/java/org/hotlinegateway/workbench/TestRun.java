package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.Coverage;
import org.hotlinegateway.mapping.CoveragePoint;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingTests;

/** The tests in mapping files: what fails, what is reached, whether that is enough. */
public final class TestRun {
    private TestRun() {}

    /** The least coverage of every file, in percent. */
    public record Floor(int rulesAndBranches, int rows) {}

    /** Runs every test of a set. */
    public static Findings of(Path mappingsDir, MappingSet set, Floor floor) {
        MappingTests.Report report = new MappingTests(mappingsDir, set).run();
        List<MappingTests.Outcome> failed =
                report.outcomes().stream().filter(outcome -> !outcome.passed()).toList();
        List<Finding> low = report.coverages().stream()
                .flatMap(coverage -> low(coverage, floor))
                .toList();
        List<Finding> findings =
                new ArrayList<>(failed.stream().map(TestRun::failure).toList());
        findings.addAll(low);
        report.coverages().forEach(one -> one.missed().forEach(point -> findings.add(Finding.of(point))));
        boolean bad = !failed.isEmpty() || !low.isEmpty();
        return new Findings(findings, lines(report, failed.size()), facts(report, failed.size()), bad);
    }

    private static Finding failure(MappingTests.Outcome outcome) {
        String[] place = outcome.place().split(":");
        return new Finding(
                Finding.Level.ERROR,
                "test-failed",
                place[0],
                Integer.parseInt(place[1]),
                Integer.parseInt(place[2]),
                "test '" + outcome.test() + "' failed",
                outcome.differences());
    }

    private static Stream<Finding> low(Coverage coverage, Floor floor) {
        Stream<Finding> rules = coverage.percent() < floor.rulesAndBranches()
                ? Stream.of(low(coverage, "rules and branches", coverage.percent(), floor.rulesAndBranches()))
                : Stream.of();
        Stream<Finding> rows = coverage.rowPercent() < floor.rows()
                ? Stream.of(low(coverage, "table rows", coverage.rowPercent(), floor.rows()))
                : Stream.of();
        return Stream.concat(rules, rows);
    }

    private static Finding low(Coverage coverage, String what, int percent, int floor) {
        String text = "the tests reach " + percent + " % of the " + what + ", asked for are " + floor + " %";
        return new Finding(Finding.Level.ERROR, "coverage", coverage.file(), 1, 1, text, List.of());
    }

    private static List<String> lines(MappingTests.Report report, int failed) {
        List<String> lines = new ArrayList<>();
        report.coverages().forEach(coverage -> lines.addAll(CoverageReport.lines(coverage)));
        int all = report.outcomes().size();
        lines.add((all - failed) + " of " + all + " test(s) passed" + whole(report.coverages()));
        return lines;
    }

    private static String whole(List<Coverage> coverages) {
        if (coverages.size() < 2) {
            return "";
        }
        return "; rules " + whole(coverages, CoveragePoint.Kind.RULE) + ", branches "
                + whole(coverages, CoveragePoint.Kind.BRANCH) + ", table rows "
                + whole(coverages, CoveragePoint.Kind.ROW);
    }

    private static String whole(List<Coverage> coverages, CoveragePoint.Kind kind) {
        return coverages.stream().mapToInt(one -> one.reached(kind)).sum() + " of "
                + coverages.stream().mapToInt(one -> one.all(kind)).sum();
    }

    private static Map<String, Object> facts(MappingTests.Report report, int failed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("tests", report.outcomes().size());
        facts.put("passed", report.outcomes().size() - failed);
        facts.put(
                "coverage",
                report.coverages().stream().map(CoverageReport::facts).toList());
        return facts;
    }
}
