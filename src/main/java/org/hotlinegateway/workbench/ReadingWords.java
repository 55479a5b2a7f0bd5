package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Yaml;
import org.jspecify.annotations.Nullable;

/** Says where a rule takes its value from. */
final class ReadingWords {
    static final List<String> CLAUSES = List.of(
            "each", "from", "first", "list", "text", "const", "count", "when", "choose", "rest", "fn", "expr", "sign");

    /** Said as several alternatives, so that what follows must be said to hold for all of them. */
    static final List<String> OF_SEVERAL = List.of("first", "list", "when", "choose");

    private static final Pattern PART = Pattern.compile("\\$\\{([^}|]*)(?:\\|([^}]*))?}");

    private final FieldNames names;
    private final ConditionWords conditions;
    private final Function<Yaml, String> rules;

    /** @param rules says a rule that stands inside another */
    ReadingWords(FieldNames names, Function<Yaml, String> rules) {
        this.names = names;
        this.conditions = new ConditionWords(names);
        this.rules = rules;
    }

    String say(String clause, Yaml.Dict rule) {
        Yaml node = Objects.requireNonNull(rule.get(clause));
        return switch (clause) {
            case "each" -> each(node, rule);
            case "from" -> from(node);
            case "first" -> "依次取第一个有值的:" + numbered(node);
            case "list" -> "合成数组:" + numbered(node);
            case "text" -> text(node, rule);
            case "const" -> constant(node);
            case "count" -> names.of(RuleWords.plain(node)) + "的项数";
            case "when" -> branch(node, rule) + otherwise(rule);
            case "choose" -> choose(node);
            case "rest" -> "汇集没有别的规则读取的来源字段";
            case "fn" -> "函数 " + RuleWords.plain(node) + "(" + inputs(rule.get("args")) + ")";
            case "expr" ->
                "表达式 " + RuleWords.plain(node) + ",其中 " + inputs(rule.get("in")) + ",得"
                        + RuleWords.typeWord(RuleWords.text(rule, "type"));
            default -> "由签名方式 " + RuleWords.plain(node) + " 填写";
        };
    }

    private String from(Yaml node) {
        if (node instanceof Yaml.Seq seq) {
            return "取"
                    + seq.items().stream().map(RuleWords::plain).map(names::of).collect(Collectors.joining("与"));
        }
        return "取" + names.of(RuleWords.plain(node));
    }

    private String each(Yaml node, Yaml.Dict rule) {
        Yaml where = rule.get("where");
        return array(node) + (where == null ? "" : ",只取" + conditions.items(where));
    }

    private String array(Yaml node) {
        if (!(node instanceof Yaml.Dict records)) {
            return names.of(RuleWords.plain(node)) + "逐项";
        }
        if (records.has("list")) {
            return inputs(records.get("list")) + "逐项";
        }
        String from = names.of(RuleWords.text(records, "from"));
        String split = records.has("split") ? RuleWords.text(records, "split") : ";";
        return from + "按 " + RuleWords.visible(split) + " 拆成记录(" + RuleWords.text(records, "fields") + ")逐项";
    }

    private String inputs(@Nullable Yaml node) {
        if (node instanceof Yaml.Dict named) {
            return named.entries().entrySet().stream()
                    .map(input -> input.getKey() + " 为"
                            + names.of(RuleWords.plain(input.getValue().value())))
                    .collect(Collectors.joining("、"));
        }
        if (node instanceof Yaml.Seq seq) {
            return seq.items().stream().map(RuleWords::plain).map(names::of).collect(Collectors.joining("、"));
        }
        return node == null ? "" : names.of(RuleWords.plain(node));
    }

    private String numbered(Yaml node) {
        List<Yaml> items = node instanceof Yaml.Seq seq ? seq.items() : List.of(node);
        List<String> said = new ArrayList<>();
        for (Yaml item : items) {
            said.add("(" + (said.size() + 1) + ") " + rules.apply(item));
        }
        return String.join(";", said);
    }

    private String text(Yaml node, Yaml.Dict rule) {
        Yaml.Dict parts = rule.get("parts") instanceof Yaml.Dict declared ? declared : null;
        String said = PART.matcher(RuleWords.plain(node)).replaceAll(part -> {
            boolean declared = parts != null && parts.has(part.group(1).strip());
            String name = declared ? "「" + part.group(1).strip() + "」" : names.of(part.group(1));
            String otherwise = part.group(2) == null ? "" : "(没有则 " + part.group(2) + ")";
            return java.util.regex.Matcher.quoteReplacement(name + otherwise);
        });
        return "写成 " + said + (parts == null ? "" : parts(parts));
    }

    private String parts(Yaml.Dict parts) {
        StringBuilder said = new StringBuilder();
        for (Map.Entry<String, Yaml.Entry> part : parts.each()) {
            said.append(",其中「")
                    .append(part.getKey())
                    .append("」")
                    .append(rules.apply(part.getValue().value()));
        }
        return said.toString();
    }

    private String literal(@Nullable Yaml node) {
        if (node instanceof Yaml.Dict) {
            return rules.apply(node);
        }
        if (node instanceof Yaml.Scalar scalar && scalar.isNull()) {
            return "不填";
        }
        String text = RuleWords.plain(node);
        return text.isEmpty() ? "为空文本" : "为 " + text;
    }

    private static String constant(Yaml node) {
        if (node instanceof Yaml.Scalar scalar && scalar.isNull()) {
            return "填 null";
        }
        String text = RuleWords.plain(node);
        return text.isEmpty() ? "空文本" : "常量 " + text;
    }

    private String branch(Yaml when, Yaml.Dict rule) {
        return conditions.when(when) + literal(rule.get("then"));
    }

    private String otherwise(Yaml.Dict rule) {
        return rule.has("else") ? ",否则" + literal(rule.get("else")) : "";
    }

    private String choose(Yaml node) {
        List<String> said = new ArrayList<>();
        for (Yaml item : node instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of()) {
            if (item instanceof Yaml.Dict branch) {
                Yaml when = branch.get("when");
                said.add(when == null ? "否则" + literal(branch.get("else")) : branch(when, branch));
            }
        }
        return String.join(";", said);
    }
}
