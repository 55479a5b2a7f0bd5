package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clauses that cannot meet in one rule. */
final class ClauseMeetings {
    private static final Map<String, Set<String>> ALONE_WITH = Map.of(
            "rest", Set.of("rest", "if", "description", "required"),
            "sign", Set.of("sign", "if", "description", "required"));

    private record Pair(String first, String second, String why) {}

    private static final List<Pair> PAIRS = pairs();

    private ClauseMeetings() {}

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>(List.of(
                new Pair("upper", "lower", "one undoes the other"),
                new Pair("date", "divide", "a date is no number"),
                new Pair("date", "round", "a date is no number"),
                new Pair("mask", "clear", "shown and hidden at once"),
                new Pair("default", "required", "a default is never missing"),
                new Pair("default", "missing", "a default is never missing"),
                new Pair("required", "missing", "a required field is never missing")));
        for (String take : List.of("strip", "extract", "split", "slice", "keepBlanks")) {
            pairs.add(new Pair("const", take, "write the constant as it must be"));
            pairs.add(new Pair("count", take, "a count is a number"));
        }
        pairs.add(new Pair("const", "required", "a constant is never missing"));
        pairs.add(new Pair("const", "default", "a constant is never missing"));
        pairs.add(new Pair("count", "date", "a count is no date"));
        pairs.add(new Pair("count", "join", "a count is one number"));
        for (String reader : Clauses.READERS) {
            if (!reader.equals("text")) {
                pairs.add(new Pair("each", reader, "both read a value"));
            }
        }
        return List.copyOf(pairs);
    }

    static void check(Yaml.Dict rule, Problems problems) {
        readers(rule, problems);
        for (Pair pair : PAIRS) {
            boolean told = pair.first().equals("each") && rule.has("rules");
            if (isOn(rule, pair.first()) && isOn(rule, pair.second()) && !told) {
                problems.error(
                        rule.placeOf(pair.second()),
                        "clause",
                        "clauses '" + pair.first() + "' and '" + pair.second() + "' cannot meet: " + pair.why());
            }
        }
        if (rule.has("when") && rule.has("table") && rule.has("else")) {
            problems.error(
                    rule.placeOf("else"),
                    "clause",
                    "'else' beside 'when' and 'table' belongs to both: write the branches with 'choose'");
        }
        ALONE_WITH.forEach((single, allowed) -> alone(single, allowed, rule, problems));
    }

    /** A clause switched off is not there. */
    private static boolean isOn(Yaml.Dict rule, String clause) {
        return rule.has(clause)
                && !(rule.get(clause) instanceof Yaml.Scalar scalar
                        && scalar.plain()
                        && scalar.text().equals("false"));
    }

    private static void readers(Yaml.Dict rule, Problems problems) {
        List<String> readers = Clauses.READERS.stream().filter(rule::has).toList();
        if (readers.size() > 1 && !rule.has("each")) {
            problems.error(
                    rule.placeOf(readers.get(1)),
                    "clause",
                    "clauses '" + readers.get(0) + "' and '" + readers.get(1) + "' cannot meet: both read a value");
        }
    }

    private static void alone(String single, Set<String> allowed, Yaml.Dict rule, Problems problems) {
        for (String clause : rule.has(single) ? rule.entries().keySet() : Set.<String>of()) {
            if (!allowed.contains(clause)) {
                problems.error(
                        rule.placeOf(clause), "clause", "clauses '" + single + "' and '" + clause + "' cannot meet");
            }
        }
    }
}
