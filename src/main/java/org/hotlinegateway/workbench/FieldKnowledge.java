package org.hotlinegateway.workbench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.Yaml;

/** What a mapping file tells of the values of its source fields: codes of its tables, literals, forms of dates. */
final class FieldKnowledge {
    private static final Pattern LITERALS = Pattern.compile("'([^']*)'|([^\\s,\\[\\]'=!<>]+)");
    private static final List<String> CONDITIONS = List.of("if", "when", "where", "all", "any", "not");

    private final Map<String, Set<String>> values = new LinkedHashMap<>();
    private final Map<String, Set<String>> dates = new LinkedHashMap<>();

    static FieldKnowledge of(MappingOutline outline) {
        FieldKnowledge knowledge = new FieldKnowledge();
        outline.rules().forEach(rule -> knowledge.learn(rule, outline.tables()));
        return knowledge;
    }

    /** A path as names alone: {@code a.b} for {@code a[].b}. */
    static String plain(String path) {
        return path.replaceAll("\\[[^]]*]", "");
    }

    private void learn(MappingOutline.Rule rule, List<MappingOutline.TableUse> tables) {
        List<String> reads =
                rule.reads().stream().map(field -> plain(field.path())).toList();
        tables.stream()
                .filter(table -> rule.tables().contains(table.name()))
                .forEach(table -> table.rows().forEach(row -> code(row.key(), reads, rule.clauses())));
        if (rule.clauses().has("date")) {
            String form = rule.clauses().get("read") instanceof Yaml.Scalar read ? read.text() : "iso";
            reads.forEach(path ->
                    dates.computeIfAbsent(path, unused -> new LinkedHashSet<>()).add(form));
        }
        rule.clauses()
                .each()
                .forEach(entry -> literals(entry.getKey(), entry.getValue().value(), rule));
    }

    /** A code of several parts, by a text with several parts or by two keys, is taken apart. */
    private void code(String key, List<String> reads, Yaml.Dict clauses) {
        String[] parts = reads.size() > 1 ? key.split("[,:/|]", reads.size()) : new String[] {key};
        for (int i = 0; i < reads.size(); i++) {
            add(reads.get(i), key);
            if (parts.length == reads.size()) {
                add(reads.get(i), parts[i]);
            }
        }
        if (clauses.get("split") instanceof Yaml.Scalar separator && reads.size() == 1) {
            add(reads.get(0), key + separator.text() + key);
        }
    }

    private void add(String path, String value) {
        values.computeIfAbsent(path, unused -> new LinkedHashSet<>()).add(value);
    }

    private void literals(String clause, Yaml node, MappingOutline.Rule rule) {
        if (node instanceof Yaml.Dict dict) {
            dict.each()
                    .forEach(entry -> literals(entry.getKey(), entry.getValue().value(), rule));
        } else if (node instanceof Yaml.Seq seq) {
            seq.items().forEach(item -> literals(clause, item, rule));
        } else if (node instanceof Yaml.Scalar scalar && CONDITIONS.contains(clause)) {
            condition(scalar.text(), rule);
        } else if (node instanceof Yaml.Scalar scalar && clause.equals("oneOf")) {
            rule.reads().forEach(field -> add(plain(field.path()), scalar.text()));
        }
    }

    private void condition(String text, MappingOutline.Rule rule) {
        Matcher words = LITERALS.matcher(text);
        String path = words.find() ? plain(words.group()) : "";
        while (words.find()) {
            String literal = words.group(1) == null ? words.group(2) : words.group(1);
            if (path.startsWith("$")) {
                add(path, literal);
            }
            rule.looks().stream()
                    .map(field -> plain(field.path()))
                    .filter(look -> look.equals(path) || look.endsWith("." + path))
                    .forEach(look -> add(look, literal));
        }
    }

    /** Values that mean something, in the order of the file. */
    List<String> values(String path) {
        return List.copyOf(values.getOrDefault(path, Set.of()));
    }

    /** Date patterns; empty for a field that is no date. */
    List<String> dates(String path) {
        return List.copyOf(dates.getOrDefault(path, Set.of()));
    }

    /** Names of context values whose values are known, with their dollar sign. */
    List<String> context() {
        return values.keySet().stream().filter(path -> path.startsWith("$")).toList();
    }
}
