package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * How one rule of a mapping file changed, or what stands under another of its keys.
 *
 * @param rule target path, positions of {@code each} as {@code []}; for another key of the file that key and its parts,
 *     {@code tables.cause}
 * @param before where and how it stood; null when it is new
 * @param after where and how it stands; null when it is gone
 */
public record RuleDifference(
        String rule, @Nullable Written before, @Nullable Written after) {
    private static final Set<String> WITH_PARTS = Set.of("tables", "source", "target", "reverse");

    /** What a rule says, on one line, and where. */
    public record Written(int line, String text) {}

    /** The differences in the order of the newer file, what is gone last; none when one of them is no mapping file. */
    static List<RuleDifference> between(String before, String after) {
        try {
            Map<String, Written> was = new Reading(before).all();
            Map<String, Written> is = new Reading(after).all();
            Set<String> names = new LinkedHashSet<>(is.keySet());
            names.addAll(was.keySet());
            return names.stream()
                    .filter(name -> !said(was.get(name)).equals(said(is.get(name))))
                    .map(name -> new RuleDifference(name, was.get(name), is.get(name)))
                    .toList();
        } catch (RuntimeException noMapping) {
            return List.of();
        }
    }

    private static String said(@Nullable Written written) {
        return written == null ? "" : written.text();
    }

    /** The rule and its two texts, for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rule);
        if (before != null) {
            lines.add("- " + before.line() + ": " + before.text());
        }
        if (after != null) {
            lines.add("+ " + after.line() + ": " + after.text());
        }
        return lines;
    }

    /** Takes a mapping file apart into its rules and keys. */
    private static final class Reading {
        private final YamlText file;
        private final Map<String, Written> found = new LinkedHashMap<>();

        Reading(String text) {
            this.file = YamlText.of(text);
        }

        Map<String, Written> all() {
            for (NodeTuple entry : file.root().getValue()) {
                String key = YamlText.key(entry);
                if (key.equals("rules") && entry.getValueNode() instanceof MappingNode rules) {
                    rules(rules, "");
                } else if (WITH_PARTS.contains(key) && entry.getValueNode() instanceof MappingNode parts) {
                    parts.getValue().forEach(part -> add(key + "." + YamlText.key(part), part, part.getValueNode()));
                } else {
                    add(key, entry, entry.getValueNode());
                }
            }
            return found;
        }

        private void rules(MappingNode rules, String above) {
            for (NodeTuple rule : rules.getValue()) {
                String target = above + YamlText.key(rule);
                if (rule.getValueNode() instanceof MappingNode clauses
                        && YamlText.get(clauses, "rules") instanceof MappingNode inner) {
                    clauses.getValue().stream()
                            .filter(clause -> !YamlText.key(clause).equals("rules"))
                            .forEach(clause -> add(target + " " + YamlText.key(clause), clause, clause.getValueNode()));
                    rules(inner, target + (YamlText.get(clauses, "each") == null ? "." : "[]."));
                } else {
                    add(target, rule, rule.getValueNode());
                }
            }
        }

        private void add(String name, NodeTuple entry, Node value) {
            String text = file.written(value).replaceAll("\\s+", " ").strip();
            found.put(name, new Written(YamlText.line(entry.getKeyNode()), text));
        }
    }
}
