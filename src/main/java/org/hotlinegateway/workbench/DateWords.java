package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.mapping.Yaml;

/** Says how a date is read and written. */
final class DateWords {
    private DateWords() {}

    static String say(Yaml.Dict rule) {
        List<String> said = new ArrayList<>();
        if (rule.has("read")) {
            said.add("来源格式 " + format(RuleWords.text(rule, "read")));
        }
        if (rule.has("sourceZone")) {
            said.add("来源时区 " + RuleWords.text(rule, "sourceZone"));
        }
        if (rule.has("timeOfDay")) {
            said.add("只有日期时时刻取 " + RuleWords.text(rule, "timeOfDay"));
        }
        said.add("格式 " + format(RuleWords.text(rule, "date")));
        if (rule.has("zone")) {
            said.add("时区 " + RuleWords.text(rule, "zone"));
        }
        return String.join(",", said);
    }

    private static String format(String pattern) {
        return switch (pattern) {
            case "iso" -> "ISO 8601";
            case "epoch-s" -> "1970 年起的秒数";
            case "epoch-ms" -> "1970 年起的毫秒数";
            default -> pattern;
        };
    }
}
