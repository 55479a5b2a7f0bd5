package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblems;

/**
 * What a sub-command found out about mapping files; printed as text, JSON or SARIF.
 *
 * @param findings in the order of files and lines
 * @param lines what the text form says after the findings
 * @param facts what the JSON form says beside the findings
 * @param failed whether the command fails
 */
public record Findings(List<Finding> findings, List<String> lines, Map<String, Object> facts, boolean failed) {
    /** The set is refused. */
    public static Findings of(MappingProblems problems) {
        List<Finding> findings = problems.problems().stream().map(Finding::of).toList();
        long errors =
                problems.problems().stream().filter(MappingProblem::isError).count();
        return new Findings(findings, List.of(errors + " error(s)"), Map.of("errors", errors), true);
    }

    /** The same with more to tell. */
    public Findings with(Findings more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more.findings);
        List<String> said = new ArrayList<>(lines);
        said.addAll(more.lines);
        Map<String, Object> known = new java.util.LinkedHashMap<>(facts);
        known.putAll(more.facts);
        return new Findings(all, said, known, failed || more.failed);
    }
}
