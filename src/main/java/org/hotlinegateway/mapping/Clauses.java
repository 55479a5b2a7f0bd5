package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The closed set of clauses of language 1, by phase. */
final class Clauses {
    static final Map<String, List<String>> PHASES = phases();

    /** Clauses that read a value; a rule has one of them. */
    static final List<String> READERS =
            List.of("from", "first", "list", "text", "const", "count", "when", "choose", "rest", "expr", "fn", "sign");

    /** A clause that means nothing without another. */
    private static final Map<String, List<String>> NEEDS = Map.ofEntries(
            Map.entry("then", List.of("when")),
            Map.entry("else", List.of("table", "when")),
            Map.entry("asOf", List.of("table")),
            Map.entry("part", List.of("split")),
            Map.entry("read", List.of("date")),
            Map.entry("sourceZone", List.of("date")),
            Map.entry("zone", List.of("date")),
            Map.entry("timeOfDay", List.of("date")),
            Map.entry("bytes", List.of("maxLength")),
            Map.entry("where", List.of("each")),
            Map.entry("parts", List.of("text")),
            Map.entry("in", List.of("expr")),
            Map.entry("type", List.of("expr")),
            Map.entry("args", List.of("fn")));

    private static final Set<String> ALWAYS_SINGLE = Set.of("rest", "sign");

    private Clauses() {}

    private static Map<String, List<String>> phases() {
        Map<String, List<String>> phases = new LinkedHashMap<>();
        phases.put("guard", List.of("if"));
        phases.put(
                "read",
                List.of(
                        "from", "first", "list", "text", "parts", "const", "count", "when", "then", "choose", "rest",
                        "expr", "in", "type", "fn", "args", "sign", "each", "where", "rules"));
        phases.put("trim", List.of("keepBlanks"));
        phases.put("take", List.of("strip", "extract", "split", "part", "slice"));
        phases.put(
                "convert",
                List.of(
                        "table",
                        "as",
                        "divide",
                        "round",
                        "date",
                        "else",
                        "asOf",
                        "read",
                        "sourceZone",
                        "zone",
                        "timeOfDay"));
        phases.put("join", List.of("join"));
        phases.put("shape", List.of("mask", "clear", "prefix", "suffix", "pad", "upper", "lower"));
        phases.put("cut", List.of("cut"));
        phases.put("default", List.of("default", "missing"));
        phases.put("required", List.of("required"));
        phases.put("check", List.of("maxLength", "bytes", "pattern", "oneOf", "min", "max", "warn"));
        phases.put("document", List.of("description"));
        return phases;
    }

    static List<String> all() {
        List<String> all = new ArrayList<>();
        PHASES.values().forEach(all::addAll);
        return all;
    }

    /** Reports unknown clauses and clauses that cannot meet. */
    static void check(Yaml.Dict rule, Problems problems) {
        for (Map.Entry<String, Yaml.Entry> entry : rule.each()) {
            String clause = entry.getKey();
            Place place = entry.getValue().key().place();
            if (!all().contains(clause)) {
                unknown(clause, place, problems);
            } else if (NEEDS.containsKey(clause) && NEEDS.get(clause).stream().noneMatch(rule::has)) {
                problems.error(
                        place,
                        "clause",
                        "clause '" + clause + "' needs clause '" + String.join("' or '", NEEDS.get(clause)) + "'");
            }
        }
        meetings(rule, problems);
    }

    private static void unknown(String clause, Place place, Problems problems) {
        String near = Near.nearest(clause, all());
        String phase = near == null ? "" : phaseOf(near);
        String known = near == null
                ? "Clauses: " + String.join(", ", all())
                : "Clauses of phase " + phase + ": " + String.join(", ", clausesOf(phase));
        problems.error(
                place, "unknown-clause", "unknown clause '" + clause + "'. " + known + "." + Near.hint(clause, all()));
    }

    private static List<String> clausesOf(String phase) {
        List<String> clauses = PHASES.get(phase);
        return clauses == null ? List.of() : clauses;
    }

    private static String phaseOf(String clause) {
        return PHASES.entrySet().stream()
                .filter(phase -> phase.getValue().contains(clause))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static void meetings(Yaml.Dict rule, Problems problems) {
        List<String> readers = READERS.stream().filter(rule::has).toList();
        if (readers.size() > 1) {
            problems.error(
                    rule.placeOf(readers.get(1)),
                    "clause",
                    "clauses '" + readers.get(0) + "' and '" + readers.get(1) + "' cannot meet: both read a value");
        }
        for (String single : ALWAYS_SINGLE) {
            if (rule.has(single)) {
                alone(single, rule, problems);
            }
        }
    }

    private static void alone(String single, Yaml.Dict rule, Problems problems) {
        for (String clause : rule.entries().keySet()) {
            if (!Set.of(single, "if", "description", "required").contains(clause)) {
                problems.error(
                        rule.placeOf(clause), "clause", "clauses '" + single + "' and '" + clause + "' cannot meet");
            }
        }
    }
}
