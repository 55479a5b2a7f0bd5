package org.hotlinegateway.workbench;

import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Schema;

/** The text of a new mapping file around its rules. */
record SkeletonFile(Skeleton.Wish wish, String from, String to, String sample, Schema source, Schema target) {
    private static final int SHOWN = 5;

    String write(SkeletonRules rules) {
        String up = wish.peer() == null ? "" : "../";
        return "# yaml-language-server: $schema=" + up + "schemas/mapping-1.schema.json\n"
                + "language: 1\n"
                + "mapping: " + wish.name() + "\n"
                + "version: 1\n"
                + "title: " + SkeletonRule.string(title(source, from) + " → " + title(target, to)) + "\n"
                + "description: " + SkeletonRule.string("骨架:先核对「猜」,再填「待填」,用不上的注释删掉。") + "\n"
                + "source: " + end(wish.sourceFormat(), from, false) + "\n"
                + "target: " + end(wish.targetFormat(), to, true) + "\n"
                + "zone: Asia/Shanghai\n"
                + tables(rules)
                + "rules:\n"
                + rules.text()
                + tests(rules);
    }

    private static String title(Schema schema, String file) {
        return schema.title().isEmpty() ? file : schema.title();
    }

    private String end(String format, String schema, boolean isTarget) {
        boolean rooted = isTarget && format.equals("xml");
        return "{ format: " + format + (rooted ? ", root: " + SkeletonRule.quoted(wish.root()) : "") + ", schema: "
                + schema + " }";
    }

    private static String tables(SkeletonRules rules) {
        return rules.tables().isEmpty()
                ? ""
                : rules.tables().entrySet().stream()
                        .map(table -> "  " + table.getKey() + ": " + table.getValue() + " # 待填:按两边的代码核对\n")
                        .collect(Collectors.joining("", "tables:\n", ""));
    }

    private String tests(SkeletonRules rules) {
        String expected = rules.expected().entrySet().stream()
                .limit(SHOWN)
                .map(field -> SkeletonRule.quoted(field.getKey()) + ": " + SkeletonRule.string(field.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return "tests:\n- name: 第一份样例\n  in: " + sample + "\n  expect: " + expected.replace("{  }", "{}") + "\n";
    }
}
