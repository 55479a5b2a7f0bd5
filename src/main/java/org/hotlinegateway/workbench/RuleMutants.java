package org.hotlinegateway.workbench;

import java.util.Set;
import org.hotlinegateway.mapping.TargetLimits;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Breaks the clauses of one rule. */
final class RuleMutants {
    private static final Set<String> DROPPED = Set.of(
            "if",
            "table",
            "mask",
            "cut",
            "strip",
            "extract",
            "slice",
            "split",
            "pad",
            "upper",
            "lower",
            "keepBlanks",
            "asOf",
            "zone",
            "sourceZone",
            "timeOfDay",
            "read",
            "pattern",
            "min",
            "max",
            "warn",
            "missing",
            "bytes",
            "default",
            "where",
            "join",
            "divide",
            "round");
    private static final Set<String> CONDITIONS = Set.of("if", "when", "where");
    private static final Set<String> VALUES = Set.of("const", "then", "default", "prefix", "suffix", "join");

    private final Mutants mutants;
    private final MappingNode rule;
    private final String target;
    private final TargetLimits limits;

    RuleMutants(Mutants mutants, MappingNode rule, String target, TargetLimits limits) {
        this.mutants = mutants;
        this.rule = rule;
        this.target = target;
        this.limits = limits;
    }

    void clause(NodeTuple entry) {
        String clause = YamlText.key(entry);
        Node value = entry.getValueNode();
        if (DROPPED.contains(clause) || isMissed(clause, value)) {
            mutants.drop(rule, entry, target);
        }
        if (CONDITIONS.contains(clause)) {
            mutants.condition(value, target, clause);
        } else if (VALUES.contains(clause)) {
            mutants.value(value, target, clause);
        } else {
            other(clause, value);
        }
    }

    private void other(String clause, Node value) {
        switch (clause) {
            case "else" -> otherwise(value);
            case "choose" -> choose(value);
            case "first", "list" -> mutants.sources(value, target, clause);
            case "from", "each" -> from(value, clause);
            case "text" -> template(value);
            case "parts" -> parts(value);
            case "mask" -> mask(value);
            case "as" -> type(value);
            case "round" -> mutants.change(Breakage.CHANGE_ROUNDING, target, "round", value, otherRounding(value));
            case "divide" -> mutants.change(Breakage.CHANGE_VALUE, target, "divide", value, text(value) + "0");
            case "date" -> mutants.change(Breakage.CHANGE_DATE, target, "date", value, otherDate(value));
            default -> {}
        }
    }

    /** A clause that repeats what the target schema says anyway is missed by nobody. */
    private boolean isMissed(String clause, Node value) {
        return switch (clause) {
            case "required" -> !limits.demanded() && text(value).equals("true");
            case "maxLength" ->
                limits.maxLength() > Integer.parseInt(text(value).replaceAll("\\D", ""));
            case "oneOf" -> !limits.closed();
            default -> false;
        };
    }

    /** XML has no types, so that text there is all the same. */
    private void type(Node value) {
        if (!mutants.isTargetXml()) {
            mutants.change(Breakage.CHANGE_TYPE, target, "as", value, otherType(value));
        }
    }

    /** The way a code goes that is in no row, or the last branch. */
    private void otherwise(Node value) {
        boolean ofTable = YamlText.get(rule, "table") != null;
        boolean word = ofTable && Set.of("pass", "error").contains(text(value));
        if (word) {
            String by = text(value).equals("pass") ? "error" : "pass";
            mutants.change(Breakage.CHANGE_VALUE, target, "else", value, by);
        } else {
            mutants.value(value, target, "else");
        }
    }

    private void choose(Node value) {
        if (!(value instanceof SequenceNode branches)) {
            return;
        }
        for (Node item : branches.getValue()) {
            mutants.drop(branches, item, target, "choose");
            if (item instanceof MappingNode branch) {
                new RuleMutants(mutants, branch, target, TargetLimits.NONE).branch();
            }
        }
    }

    private void branch() {
        for (NodeTuple entry : rule.getValue()) {
            if (YamlText.key(entry).equals("when")) {
                mutants.condition(entry.getValueNode(), target, "when");
            } else {
                mutants.value(entry.getValueNode(), target, YamlText.key(entry));
            }
        }
    }

    private void from(Node value, String clause) {
        if (value instanceof ScalarNode path) {
            mutants.position(path, target);
        } else if (value instanceof MappingNode source) {
            source.getValue().stream()
                    .filter(entry -> YamlText.key(entry).equals("list"))
                    .forEach(entry -> mutants.items(entry.getValueNode(), Breakage.DROP_SOURCE, target, clause));
        }
    }

    private void template(Node value) {
        String text = text(value);
        mutants.change(Breakage.CHANGE_VALUE, target, "text", value, YamlText.quoted(text + "x"));
        String bare = text.replaceAll("\\|[^}|]*}", "}");
        if (!bare.equals(text)) {
            mutants.change(Breakage.CHANGE_VALUE, target, "default in text", value, YamlText.quoted(bare));
        }
    }

    private void parts(Node value) {
        if (value instanceof MappingNode parts) {
            parts.getValue().forEach(part -> mutants.part(part.getValueNode(), target));
        }
    }

    private void mask(Node value) {
        if (value instanceof MappingNode mask) {
            mask.getValue().stream()
                    .filter(entry -> YamlText.key(entry).equals("known"))
                    .forEach(entry -> mutants.items(entry.getValueNode(), Breakage.DROP_SOURCE, target, "mask"));
            mask.getValue().stream()
                    .filter(entry -> YamlText.key(entry).equals("when"))
                    .forEach(entry -> mutants.condition(entry.getValueNode(), target, "mask"));
        }
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static String otherType(Node value) {
        return text(value).equals("text") ? "integer" : "text";
    }

    private static String otherRounding(Node value) {
        return text(value).equals("down") ? "up" : "down";
    }

    private static String otherDate(Node value) {
        return text(value).equals("yyyyMMdd") ? "yyyy-MM-dd" : "yyyyMMdd";
    }
}
