package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.Coverage;
import org.hotlinegateway.mapping.CoveragePoint;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingTests;
import org.hotlinegateway.mapping.Trial;

/** Breaks each rule of mapping files in turn; at least one test of the file must notice. */
public final class MutationRun {
    private final Trial trial;

    private MutationRun(Trial trial) {
        this.trial = trial;
    }

    /** How one file fared. */
    private record Score(String mapping, int noticed, int refused, List<Finding> survivors) {
        int all() {
            return noticed + refused + survivors.size();
        }

        int percent() {
            return all() == 0 ? 100 : (noticed + refused) * 100 / all();
        }
    }

    /**
     * Breaks the files of a set whose tests pass.
     *
     * @param minScore least share of broken files that must be noticed, in percent, for each mapping
     */
    public static Findings of(Path mappingsDir, MappingSet set, int minScore) {
        MutationRun run = new MutationRun(new Trial(mappingsDir));
        MappingTests.Report report = new MappingTests(mappingsDir, set).run();
        List<Score> scores = report.coverages().stream()
                .filter(coverage -> report.passed(coverage.mapping()))
                .map(run::score)
                .toList();
        List<Finding> findings = new ArrayList<>();
        scores.forEach(score -> findings.addAll(score.survivors()));
        boolean low = scores.stream().anyMatch(score -> score.percent() < minScore);
        List<String> lines = new ArrayList<>();
        report.coverages().stream()
                .filter(coverage -> !report.passed(coverage.mapping()))
                .forEach(coverage -> lines.add(coverage.mapping() + ": not broken, as its tests fail"));
        lines.addAll(lines(scores, minScore));
        return new Findings(findings, lines, facts(scores), low);
    }

    private Score score(Coverage coverage) {
        String file = coverage.file();
        Tally tally = new Tally(file);
        Mutants.of(trial.text(file), trial.limits(file))
                .forEach(mutant -> tally.count(
                        trial.of(file, mutant.text().get()), file, mutant.line(), mutant.column(), mutant.toString()));
        RowSwaps swaps = new RowSwaps(trial, file);
        coverage.reached().stream()
                .filter(point -> point.kind() == CoveragePoint.Kind.ROW)
                .forEach(row -> swaps.of(row)
                        .ifPresent(verdict -> tally.count(
                                verdict,
                                row.file(),
                                row.line(),
                                row.column(),
                                row.what() + " " + Breakage.SWAP_ROW.words())));
        return new Score(coverage.mapping(), tally.noticed, tally.refused, tally.survivors);
    }

    /** Counts what becomes of the broken files of one mapping. */
    private static final class Tally {
        private final String mappingFile;
        private final List<Finding> survivors = new ArrayList<>();
        private int noticed;
        private int refused;

        Tally(String mappingFile) {
            this.mappingFile = mappingFile;
        }

        void count(Trial.Verdict verdict, String file, int line, int column, String what) {
            switch (verdict) {
                case NOTICED -> noticed++;
                case REFUSED -> refused++;
                case SURVIVED -> survivors.add(survivor(file, line, column, what));
            }
        }

        private Finding survivor(String file, int line, int column, String what) {
            String text = what + ", and no test of " + mappingFile + " notices";
            return new Finding(Finding.Level.WARNING, "survived", file, line, column, text, List.of());
        }
    }

    private static List<String> lines(List<Score> scores, int minScore) {
        List<String> lines = new ArrayList<>();
        for (Score score : scores) {
            String low = score.percent() < minScore ? ", asked for are " + minScore + " %" : "";
            lines.add(score.mapping() + ": " + score.all() + " times broken, " + score.noticed() + " noticed by tests, "
                    + score.refused() + " refused by the check, "
                    + score.survivors().size() + " survived ("
                    + score.percent() + " %" + low + ")");
        }
        Score whole = whole(scores);
        lines.add(whole.all() + " times broken, " + whole.survivors().size() + " survived: " + whole.percent() + " %");
        return lines;
    }

    private static Score whole(List<Score> scores) {
        return new Score(
                "",
                scores.stream().mapToInt(Score::noticed).sum(),
                scores.stream().mapToInt(Score::refused).sum(),
                scores.stream().flatMap(score -> score.survivors().stream()).toList());
    }

    private static Map<String, Object> facts(List<Score> scores) {
        Map<String, Object> mutation = facts(whole(scores));
        mutation.put("files", scores.stream().map(MutationRun::facts).toList());
        return Map.of("mutation", mutation);
    }

    private static Map<String, Object> facts(Score score) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!score.mapping().isEmpty()) {
            facts.put("mapping", score.mapping());
        }
        facts.put("broken", score.all());
        facts.put("noticed", score.noticed());
        facts.put("refused", score.refused());
        facts.put("survived", score.survivors().size());
        facts.put("percent", score.percent());
        return facts;
    }
}
