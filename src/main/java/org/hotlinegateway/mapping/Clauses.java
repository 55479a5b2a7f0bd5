package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry of clauses: the closed set of language 1. */
final class Clauses {
    private static final List<Clause> REGISTRY = Stream.of(
                    ReadingClauses.ALL, ConvertingClauses.ALL, ShapingClauses.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Clause> BY_NAME =
            REGISTRY.stream().collect(Collectors.toMap(Clause::name, clause -> clause));

    private static final List<String> NAMES =
            REGISTRY.stream().map(Clause::name).toList();

    /** Clauses that read a value; a rule has one of them. */
    static final List<String> READERS =
            List.of("from", "first", "list", "text", "const", "count", "when", "choose", "rest", "expr", "fn", "sign");

    private Clauses() {}

    /** Every clause, in the order of the phases. */
    static List<Clause> registry() {
        return REGISTRY;
    }

    static List<String> all() {
        return NAMES;
    }

    /** Reports unknown clauses and clauses that cannot meet. */
    static void check(Yaml.Dict rule, Problems problems) {
        for (Map.Entry<String, Yaml.Entry> entry : rule.each()) {
            String clause = entry.getKey();
            Place place = entry.getValue().key().place();
            Clause known = BY_NAME.get(clause);
            if (known == null) {
                unknown(clause, place, problems);
            } else if (!known.needs().isEmpty() && known.needs().stream().noneMatch(rule::has)) {
                problems.error(
                        place,
                        "clause",
                        "clause '" + clause + "' needs clause '" + String.join("' or '", known.needs()) + "'");
            }
        }
        ClauseMeetings.check(rule, problems);
    }

    private static void unknown(String clause, Place place, Problems problems) {
        int colon = clause.indexOf(':');
        if (colon > 0 && all().contains(clause.substring(0, colon))) {
            problems.error(
                    place,
                    "unknown-clause",
                    "unknown clause '" + clause + "'. Write '" + clause.substring(0, colon) + ": "
                            + clause.substring(colon + 1) + "' with a blank behind the colon");
            return;
        }
        String near = Near.nearest(clause, all());
        Clause meant = near == null ? null : BY_NAME.get(near);
        String known = meant == null
                ? "Clauses: " + String.join(", ", all())
                : "Clauses of phase " + meant.phase().word() + ": " + String.join(", ", of(meant.phase()));
        problems.error(
                place, "unknown-clause", "unknown clause '" + clause + "'. " + known + "." + Near.hint(clause, all()));
    }

    private static List<String> of(Clause.Phase phase) {
        return REGISTRY.stream()
                .filter(clause -> clause.phase() == phase)
                .map(Clause::name)
                .toList();
    }
}
