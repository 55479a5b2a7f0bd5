package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotlinegateway.mapping.Yaml;

/** Says a condition of a mapping file as a Chinese clause. */
record ConditionWords(FieldNames names) {
    private static final Pattern OF_ITEMS = Pattern.compile("(any|all) of ([^:]+):(.*)", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(
            "((?:'[^']*'|[^\\s=!<>'])+)\\s*(!=|<=|>=|=|<|>|in\\b|is missing|is present|is null|starts\\s+with|ends\\s+with"
                    + "|contains\\b|matches\\b)\\s*(.*)",
            Pattern.DOTALL);
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("=", "是"),
            Map.entry("!=", "不是"),
            Map.entry("<", "小于"),
            Map.entry("<=", "不大于"),
            Map.entry(">", "大于"),
            Map.entry(">=", "不小于"),
            Map.entry("in", "是其中之一:"),
            Map.entry("is missing", "没有值"),
            Map.entry("is present", "有值"),
            Map.entry("is null", "为 null"),
            Map.entry("starts with", "开头是"),
            Map.entry("ends with", "结尾是"),
            Map.entry("contains", "含有"),
            Map.entry("matches", "整体符合"));

    /** {@code 当…时}. */
    String when(Yaml condition) {
        return "当" + before("时", say(condition));
    }

    /** A word after a text, with a blank between when the text ends in Latin letters or digits. */
    private static String before(String word, String text) {
        char last = text.isEmpty() ? 0 : text.charAt(text.length() - 1);
        return text + (last > 0 && last < 128 ? " " : "") + word;
    }

    /** {@code …的项}. */
    String items(Yaml condition) {
        return before("的项", say(condition));
    }

    private String say(Yaml condition) {
        if (condition instanceof Yaml.Scalar line) {
            return line(line.text().strip());
        }
        if (condition instanceof Yaml.Dict group && group.entries().size() == 1) {
            Map.Entry<String, Yaml.Entry> only = group.each().iterator().next();
            Yaml value = only.getValue().value();
            return switch (only.getKey()) {
                case "all" -> joined(value, "且");
                case "any" -> joined(value, "或");
                default -> "并非(" + say(value) + ")";
            };
        }
        return "";
    }

    private String joined(Yaml list, String word) {
        List<Yaml> items = list instanceof Yaml.Seq seq ? seq.items() : List.of(list);
        return items.stream()
                .map(item -> item instanceof Yaml.Dict && items.size() > 1 ? "(" + say(item) + ")" : say(item))
                .reduce((left, right) -> before(word, left) + right)
                .orElse("");
    }

    private String line(String text) {
        Matcher items = OF_ITEMS.matcher(text);
        if (items.matches()) {
            String which = items.group(1).equals("any") ? "有一项" : "每一项";
            return names.of(items.group(2)) + which + "的" + line(items.group(3).strip());
        }
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return text;
        }
        String operator = line.group(2).replaceAll("\\s+", " ");
        return names.of(line.group(1)) + OPERATORS.get(operator) + literal(operator, line.group(3));
    }

    private String literal(String operator, String argument) {
        String text = argument.strip();
        if (text.isEmpty()) {
            return "";
        }
        if (text.startsWith("$")) {
            return names.of(text);
        }
        return operator.equals("in")
                ? text.replaceAll("[\\[\\]()'“”]", " ").strip().replaceAll("[\\s,]+", "、")
                : " " + text.replaceAll("^'(.*)'$", "$1");
    }
}
