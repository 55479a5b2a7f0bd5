package org.hotlinegateway.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0. */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    static Map<String, Object> of(Findings findings, String folder) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run(findings, folder)));
        return log;
    }

    private static Map<String, Object> run(Findings findings, String folder) {
        List<String> codes = findings.findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "hotline-gateway map");
        driver.put("rules", codes.stream().map(code -> Map.of("id", code)).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put(
                "results",
                findings.findings().stream()
                        .map(finding -> result(finding, codes, folder))
                        .toList());
        return run;
    }

    private static Map<String, Object> result(Finding finding, List<String> codes, String folder) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.code());
        result.put("ruleIndex", codes.indexOf(finding.code()));
        result.put("level", finding.level().name().toLowerCase(Locale.ROOT));
        result.put("message", Map.of("text", text(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", place(finding, folder))));
        return result;
    }

    private static String text(Finding finding) {
        return finding.details().isEmpty()
                ? finding.text()
                : finding.text() + "\n" + String.join("\n", finding.details());
    }

    /** A finding about a whole file has no region. */
    private static Map<String, Object> place(Finding finding, String folder) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", uri(folder, finding.file())));
        if (finding.line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", finding.line());
            region.put("startColumn", Math.max(1, finding.column()));
            place.put("region", region);
        }
        return place;
    }

    private static String uri(String folder, String file) {
        String path = (folder.isEmpty() ? file : folder + "/" + file).replace('\\', '/');
        return java.net.URI.create("x:/").resolve(encoded(path)).toString().replaceFirst("^x:/", "");
    }

    private static String encoded(String path) {
        try {
            return new java.net.URI(null, null, path, null).toASCIIString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("no file name: " + path, e);
        }
    }
}
