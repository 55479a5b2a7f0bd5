package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The forms in which findings are printed. */
public enum FindingsFormat {
    /** One line for each finding, as an editor expects it. */
    TEXT {
        @Override
        public String print(Findings findings, String folder) {
            List<String> lines = new ArrayList<>();
            findings.findings().stream()
                    .filter(finding -> finding.level() != Finding.Level.NOTE)
                    .forEach(finding -> lines.add(finding.toString()));
            lines.addAll(findings.lines());
            return String.join("\n", lines);
        }
    },
    /** One object: the findings as {@code problems}, the facts beside them. */
    JSON {
        @Override
        public String print(Findings findings, String folder) {
            Map<String, Object> root = new LinkedHashMap<>();
            root.put("failed", findings.failed());
            root.put(
                    "problems",
                    findings.findings().stream().map(FindingsFormat::problem).toList());
            root.putAll(findings.facts());
            return MAPPER.writeValueAsString(root);
        }
    },
    /** SARIF 2.1.0, which code hosts show beside the changed lines. */
    SARIF {
        @Override
        public String print(Findings findings, String folder) {
            return MAPPER.writeValueAsString(Sarif.of(findings, folder));
        }
    };

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param folder the mappings folder as seen from where the command runs */
    public abstract String print(Findings findings, String folder);

    private static Map<String, Object> problem(Finding finding) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", finding.code());
        problem.put("severity", finding.level().name().toLowerCase(Locale.ROOT));
        problem.put("file", finding.file());
        problem.put("line", finding.line());
        problem.put("column", finding.column());
        problem.put("text", finding.text());
        if (!finding.details().isEmpty()) {
            problem.put("details", finding.details());
        }
        return problem;
    }
}
