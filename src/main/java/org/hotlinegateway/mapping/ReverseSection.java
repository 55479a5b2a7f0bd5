package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The {@code reverse:} section of a file: target path → what its rule does on the way back. */
final class ReverseSection {
    private static final List<String> KEYS = List.of("check", "prefer", "to");

    private final Map<String, Yaml.Dict> rules = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final boolean declared;
    private final Problems problems;

    private ReverseSection(boolean declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    /** The file asks for its reverse: what is ambiguous is an error. */
    boolean isDeclared() {
        return declared;
    }

    /** An empty section, or {@code true}, only asks for the reverse. */
    static ReverseSection of(@Nullable Yaml node, Problems problems) {
        ReverseSection section = new ReverseSection(node != null, problems);
        if (node instanceof Yaml.Dict dict) {
            dict.each().forEach(entry -> section.add(entry.getKey(), entry.getValue()));
        } else if (node != null
                && !(node instanceof Yaml.Scalar scalar
                        && (scalar.isNull() || scalar.text().equals("true")))) {
            problems.error(node.place(), "reverse", "'reverse' is a map of target paths, or true");
        }
        return section;
    }

    private void add(String path, Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Dict dict
                && KEYS.stream().filter(dict::has).count() == 1) {
            rules.put(plain(path), dict);
            places.put(plain(path), entry.key().place());
        } else {
            problems.error(
                    entry.value().place(),
                    "reverse",
                    "the reverse of '" + path
                            + "' is { check: VALUE }, { prefer: { VALUE: CODE } } or { to: PATH, … }");
        }
    }

    /** Paths are compared without the marks of arrays. */
    private static String plain(String path) {
        return path.replace("[]", "");
    }

    private @Nullable Yaml clause(String target, String clause) {
        Yaml.Dict rule = rules.get(plain(target));
        return rule == null ? null : rule.get(clause);
    }

    /** The rule given for the way back of a target path; null when there is none. */
    Yaml.@Nullable Dict given(String target) {
        return clause(target, "to") == null ? null : rules.get(plain(target));
    }

    /** The value a target path must hold; null when nothing is checked. */
    Yaml.@Nullable Scalar check(String target) {
        Yaml check = clause(target, "check");
        if (check != null && !(check instanceof Yaml.Scalar)) {
            problems.error(check.place(), "reverse", "'check' is a value, found " + check.kind());
        }
        return check instanceof Yaml.Scalar scalar ? scalar : null;
    }

    /** The code that comes back of several, and where it stands in the section. */
    record Preferred(String code, Place place) {}

    /** Target value → source code. */
    Map<String, Preferred> preferences(String target) {
        Map<String, Preferred> preferences = new LinkedHashMap<>();
        if (clause(target, "prefer") instanceof Yaml.Dict dict) {
            dict.each().forEach(entry -> {
                if (entry.getValue().value() instanceof Yaml.Scalar code) {
                    String key = code.text().replace(',', Table.KEY_GLUE);
                    preferences.put(entry.getKey(), new Preferred(key, code.place()));
                }
            });
        }
        return preferences;
    }

    /** Every path must be that of a rule. */
    void checkPaths(List<String> targets) {
        TreeSet<String> known = new TreeSet<>();
        targets.forEach(target -> known.add(plain(target)));
        places.forEach((path, place) -> {
            if (!known.contains(path)) {
                String hint = Near.hint(path, known);
                String all = hint.isEmpty() ? " Target paths: " + String.join(", ", known) + "." : hint;
                problems.error(place, "reverse", "no rule writes the target path '" + path + "'." + all);
            }
        });
    }
}
