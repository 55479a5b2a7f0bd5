package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.Yaml;
import org.jspecify.annotations.Nullable;

/** Says a rule as a Chinese sentence, one phrase per clause, in the order in which the clauses work. */
final class RuleWords {
    /** Told in columns of their own, or by the clause they belong to. */
    private static final Set<String> SAID_ELSEWHERE = Set.of(
            "default",
            "required",
            "maxLength",
            "bytes",
            "description",
            "then",
            "else",
            "asOf",
            "part",
            "read",
            "sourceZone",
            "zone",
            "timeOfDay",
            "parts",
            "args",
            "where",
            "rules",
            "in",
            "type",
            "round",
            "clear");

    private static final Map<String, BiFunction<RuleWords, Yaml.Dict, String>> PHRASES = phrases();

    private final FieldNames names;
    private final ConditionWords conditions;
    private final ReadingWords readings;

    RuleWords(FieldNames names) {
        this.names = names;
        this.conditions = new ConditionWords(names);
        this.readings = new ReadingWords(names, this::say);
    }

    /** Whether a clause is said in words or in a column of its own. */
    static boolean knows(String clause) {
        return PHRASES.containsKey(clause) || SAID_ELSEWHERE.contains(clause) || clause.equals("if");
    }

    static String of(MappingOutline.Rule rule) {
        return new RuleWords(FieldNames.of(rule)).say(rule.clauses());
    }

    private static Map<String, BiFunction<RuleWords, Yaml.Dict, String>> phrases() {
        Map<String, BiFunction<RuleWords, Yaml.Dict, String>> phrases = new LinkedHashMap<>();
        ReadingWords.CLAUSES.forEach(clause -> phrases.put(clause, (words, rule) -> words.readings.say(clause, rule)));
        phrases.put("keepBlanks", (words, rule) -> "保留首尾空白");
        phrases.put("strip", (words, rule) -> "去掉符合 " + text(rule, "strip") + " 的部分");
        phrases.put("extract", (words, rule) -> "截取符合 " + text(rule, "extract") + " 的部分");
        phrases.put("split", (words, rule) -> split(rule));
        phrases.put("slice", (words, rule) -> slice(text(rule, "slice")));
        phrases.put("table", (words, rule) -> words.table(rule));
        phrases.put("divide", (words, rule) -> "除以 " + text(rule, "divide") + round(rule, ","));
        phrases.put("date", (words, rule) -> DateWords.say(rule));
        phrases.put("as", (words, rule) -> "转成" + typeWord(text(rule, "as")));
        phrases.put("join", (words, rule) -> join(text(rule, "join")));
        phrases.put("mask", (words, rule) -> words.mask(rule.get("mask")));
        phrases.put("pad", (words, rule) -> "左补零到 " + text(rule, "pad") + " 位");
        phrases.put("prefix", (words, rule) -> "前加 " + text(rule, "prefix"));
        phrases.put("suffix", (words, rule) -> "后加 " + text(rule, "suffix"));
        phrases.put("upper", (words, rule) -> "转大写");
        phrases.put("lower", (words, rule) -> "转小写");
        phrases.put("cut", (words, rule) -> "超过 " + text(rule, "cut") + " 字的部分截去并记录");
        phrases.put("missing", (words, rule) -> missing(text(rule, "missing")));
        phrases.put("pattern", (words, rule) -> "须符合 " + text(rule, "pattern"));
        phrases.put("oneOf", (words, rule) -> "限 " + list(rule.get("oneOf")));
        phrases.put("min", (words, rule) -> "不小于 " + text(rule, "min"));
        phrases.put("max", (words, rule) -> "不大于 " + text(rule, "max"));
        phrases.put("warn", (words, rule) -> "不符时只提示,不拒发");
        return phrases;
    }

    /** The whole rule; a clause nobody taught this class is shown as written. */
    String say(Yaml node) {
        if (!(node instanceof Yaml.Dict rule)) {
            return "取" + names.of(plain(node));
        }
        List<String> said = new ArrayList<>();
        PHRASES.forEach((clause, phrase) -> {
            if (rule.has(clause)) {
                said.add(phrase.apply(this, rule));
            }
        });
        if (rule.has("round") && !rule.has("divide")) {
            said.add(round(rule, ""));
        }
        said.addAll(asWritten(rule));
        said.removeIf(String::isEmpty);
        Yaml guard = rule.get("if");
        return (guard == null ? "" : "仅" + conditions.when(guard) + ":") + sentence(said, rule);
    }

    private static List<String> asWritten(Yaml.Dict rule) {
        return rule.entries().keySet().stream()
                .filter(clause -> !PHRASES.containsKey(clause) && !SAID_ELSEWHERE.contains(clause))
                .filter(clause -> !clause.equals("if"))
                .map(clause -> clause + " " + plain(rule.get(clause)))
                .toList();
    }

    private static String sentence(List<String> said, Yaml.Dict rule) {
        if (said.size() < 2 || ReadingWords.OF_SEVERAL.stream().noneMatch(rule::has)) {
            return String.join(",", said);
        }
        return said.get(0) + ";所得再" + String.join(",", said.subList(1, said.size()));
    }

    private static String split(Yaml.Dict rule) {
        String by = "按 " + visible(text(rule, "split")) + " 拆开";
        return rule.has("part") ? by + ",取第 " + text(rule, "part") + " 段" : by;
    }

    private static String slice(String range) {
        String[] ends = range.split("\\.\\.", -1);
        int first = Integer.parseInt(ends[0]) + 1;
        return ends[1].isEmpty() ? "取第 " + first + " 字起的部分" : "取第 " + first + " 至 " + ends[1] + " 字";
    }

    private String table(Yaml.Dict rule) {
        String said = "按码表 " + text(rule, "table") + " 转换";
        if (rule.has("asOf")) {
            said += "(以" + names.of(text(rule, "asOf")) + "当日有效的行为准)";
        }
        if (!rule.has("else") || rule.has("when")) {
            return said;
        }
        String otherwise = text(rule, "else");
        return said + ",查不到时"
                + switch (otherwise) {
                    case "pass" -> "照原样";
                    case "error" -> "不发,等人补码表";
                    case "null" -> "不填";
                    default -> "为 " + otherwise;
                };
    }

    private static String round(Yaml.Dict rule, String before) {
        if (!rule.has("round")) {
            return "";
        }
        return before
                + switch (text(rule, "round")) {
                    case "up" -> "有余数就进一";
                    case "down" -> "舍去余数";
                    case "half-up" -> "四舍五入";
                    default -> "四舍六入五成双";
                };
    }

    static String typeWord(String type) {
        return switch (type) {
            case "integer" -> "整数";
            case "number" -> "数字";
            case "boolean" -> "是/否";
            default -> "文本";
        };
    }

    private static String join(String separator) {
        return separator.isEmpty() ? "连成一段" : "以 " + visible(separator) + " 连接";
    }

    private String mask(@Nullable Yaml mask) {
        if (!(mask instanceof Yaml.Dict settings)) {
            return "脱敏("
                    + switch (plain(mask)) {
                        case "name" -> "姓名";
                        case "phone" -> "电话";
                        case "id" -> "证件号码";
                        default -> "文字中的号码";
                    }
                    + ")";
        }
        if (!settings.has("known")) {
            return "脱敏(保留前 " + number(settings, "keepFirst") + " 位、后 " + number(settings, "keepLast") + " 位)";
        }
        Yaml when = settings.get("when");
        String known = settings.get("known") instanceof Yaml.Seq seq
                ? seq.items().stream().map(RuleWords::plain).map(names::of).collect(Collectors.joining("、"))
                : "";
        return (when == null ? "" : conditions.when(when)) + "遮去文字中的" + known + "以及证件号码、电话";
    }

    private static String number(Yaml.Dict settings, String key) {
        return settings.has(key) ? text(settings, key) : "0";
    }

    private static String missing(String policy) {
        return switch (policy) {
            case "null" -> "没有值时填 null";
            case "keep-null" -> "来源为 null 时填 null";
            default -> "";
        };
    }

    static String visible(String separator) {
        return separator.replace("\n", "换行").replace("\t", "制表符").replace(" ", "空格");
    }

    static String list(@Nullable Yaml node) {
        return node instanceof Yaml.Seq seq
                ? seq.items().stream().map(RuleWords::plain).collect(Collectors.joining("、"))
                : plain(node);
    }

    static String text(Yaml.Dict rule, String clause) {
        return plain(rule.get(clause));
    }

    static String plain(@Nullable Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Yaml.Seq seq) {
            return seq.items().stream().map(RuleWords::plain).collect(Collectors.joining("、"));
        }
        if (node instanceof Yaml.Dict dict) {
            return dict.entries().entrySet().stream()
                    .map(entry ->
                            entry.getKey() + " = " + plain(entry.getValue().value()))
                    .collect(Collectors.joining("、"));
        }
        return "";
    }
}
