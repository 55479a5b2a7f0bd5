package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hotlinegateway.mapping.TargetLimits;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Breaks every rule of a mapping file in turn, in every way its clauses allow. */
final class Mutants {
    private final YamlText yaml;
    private final Function<String, TargetLimits> limits;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(YamlText yaml, Function<String, TargetLimits> limits) {
        this.yaml = yaml;
        this.limits = limits;
    }

    /** @param limits what the target schema says of a field; a clause that repeats it cannot be missed */
    static List<Mutant> of(String text, Function<String, TargetLimits> limits) {
        Mutants all = new Mutants(YamlText.of(text), limits);
        all.file();
        return all.mutants;
    }

    boolean isTargetXml() {
        return YamlText.get(yaml.root(), "target") instanceof MappingNode target
                && YamlText.get(target, "format") instanceof ScalarNode format
                && format.getValue().equals("xml");
    }

    private void file() {
        MappingNode root = yaml.root();
        boolean dated = yaml.text().contains("date:");
        for (NodeTuple entry : root.getValue()) {
            String key = YamlText.key(entry);
            Node value = entry.getValueNode();
            if (key.equals("zone") && dated) {
                change(Breakage.CHANGE_ZONE, "", key, value, "America/New_York");
            } else if (key.equals("missing") && written(value).equals("omit")) {
                change(Breakage.CHANGE_MISSING, "", "", value, "null");
            } else if (key.equals("sentinels")) {
                items(value, Breakage.DROP_SOURCE, "", key);
            } else if (key.equals("where")) {
                condition(value, "", key);
            }
        }
        if (YamlText.get(root, "rules") instanceof MappingNode rules) {
            rules(rules, YamlText.get(root, "each") == null ? "" : "[]");
        }
    }

    private void rules(MappingNode rules, String prefix) {
        for (NodeTuple entry : rules.getValue()) {
            String name = YamlText.key(entry);
            String target = prefix.isEmpty() ? name : prefix + "." + name;
            Node rule = entry.getValueNode();
            MappingNode inner =
                    rule instanceof MappingNode map && YamlText.get(map, "rules") instanceof MappingNode below
                            ? below
                            : null;
            boolean group = inner != null && YamlText.get((MappingNode) rule, "each") == null;
            if (!group) {
                add(Breakage.DROP_RULE, entry.getKeyNode(), target, "", () -> yaml.without(rules, entry));
            }
            if (inner != null) {
                rules(inner, group ? target : target + "[]");
            }
            rule(rule, target, true);
        }
    }

    /** @param whole the rule makes the target field itself, not a branch or a part of it */
    private void rule(Node node, String target, boolean whole) {
        if (node instanceof ScalarNode path) {
            position(path, target);
        }
        if (!(node instanceof MappingNode rule)) {
            return;
        }
        RuleMutants clauses = new RuleMutants(this, rule, target, whole ? limits.apply(target) : TargetLimits.NONE);
        rule.getValue().forEach(clauses::clause);
    }

    /** A part of a text is a rule of its own. */
    void part(Node node, String target) {
        rule(node, target, false);
    }

    /** A value that is a literal or a rule of its own. */
    void value(Node node, String target, String clause) {
        if (node instanceof MappingNode) {
            rule(node, target, false);
        } else if (node instanceof ScalarNode literal) {
            change(Breakage.CHANGE_VALUE, target, clause, literal, YamlText.quoted(other(literal.getValue())));
        }
    }

    /** Sources in a list: each left out in turn, each broken in itself. */
    void sources(Node node, String target, String clause) {
        items(node, Breakage.DROP_SOURCE, target, clause);
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> rule(item, target, false));
        }
    }

    void items(Node node, Breakage breakage, String target, String clause) {
        if (node instanceof SequenceNode list && list.getValue().size() > 1) {
            list.getValue().forEach(item -> add(breakage, item, target, clause, () -> yaml.without(list, item)));
        }
    }

    /** A condition: negated as a whole, each member left out in turn. */
    void condition(Node node, String target, String clause) {
        String condition = node instanceof ScalarNode text ? YamlText.quoted(text.getValue()) : written(node);
        change(Breakage.NEGATE_CONDITION, target, clause, node, "{ not: " + condition + " }");
        members(node, target, clause);
    }

    private void members(Node node, String target, String clause) {
        if (!(node instanceof MappingNode map)) {
            return;
        }
        for (NodeTuple member : map.getValue()) {
            items(member.getValueNode(), Breakage.DROP_CONDITION, target, clause);
            if (member.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(item -> members(item, target, clause));
            }
        }
    }

    void position(ScalarNode path, String target) {
        String text = path.getValue();
        String other = text.contains("[-1]") ? text.replace("[-1]", "[0]") : text.replace("[0]", "[-1]");
        if (!other.equals(text)) {
            change(Breakage.CHANGE_POSITION, target, text, path, YamlText.quoted(other));
        }
    }

    void drop(MappingNode rule, NodeTuple clause, String target) {
        Node key = clause.getKeyNode();
        add(Breakage.DROP_CLAUSE, key, target, YamlText.key(clause), () -> yaml.without(rule, clause));
    }

    void drop(SequenceNode list, Node item, String target, String clause) {
        add(Breakage.DROP_BRANCH, item, target, clause, () -> yaml.without(list, item));
    }

    void change(Breakage breakage, String target, String clause, Node node, String by) {
        add(breakage, node, target, clause, () -> yaml.replaced(node, by));
    }

    private void add(Breakage breakage, Node at, String target, String what, java.util.function.Supplier<String> text) {
        mutants.add(new Mutant(breakage, YamlText.line(at), YamlText.column(at), target, what, text));
    }

    String written(Node node) {
        return yaml.written(node);
    }

    /** Another literal of the same type. */
    static String other(String literal) {
        return switch (literal) {
            case "true" -> "false";
            case "false" -> "true";
            default -> literal.matches("-?\\d{1,9}") ? Integer.toString(Integer.parseInt(literal) + 1) : literal + "x";
        };
    }
}
