package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.MappingOutline;

/** What the source fields of one rule are called in an interface table. */
record FieldNames(List<MappingOutline.Field> fields) {
    private static final Map<String, String> CONTEXT = Map.ofEntries(
            Map.entry("$now", "当前时间"),
            Map.entry("$index", "序号"),
            Map.entry("$messageId", "消息编号"),
            Map.entry("$attempt", "第几次发送"),
            Map.entry("$eventType", "事件类型"),
            Map.entry("$caseNo", "案件编号"),
            Map.entry("$httpStatus", "HTTP 状态码"),
            Map.entry("$feedSeq", "流序号"),
            Map.entry("$peer", "对接系统"),
            Map.entry("$mapping", "映射名称"));

    static FieldNames of(MappingOutline.Rule rule) {
        List<MappingOutline.Field> all = new ArrayList<>(rule.reads());
        all.addAll(rule.looks());
        return new FieldNames(all);
    }

    /** {@code 「标题」} for a path as a rule writes it, or the path where the schema has no title. */
    String of(String written) {
        String path = written.strip();
        if (path.startsWith("$")) {
            return "「" + CONTEXT.getOrDefault(path, path) + "」";
        }
        if (path.equals(".")) {
            return "本项";
        }
        String names = plain(path.replaceFirst("^(\\^\\.?)+", ""));
        String title = fields.stream()
                .filter(field -> endsWith(plain(field.path()), names))
                .map(MappingOutline.Field::title)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        return "「" + (title.isEmpty() ? path : title) + "」" + (title.isEmpty() ? "" : position(path));
    }

    /** A source field with its title, for the column that lists them. */
    static String listed(MappingOutline.Field field) {
        String title = field.title().isEmpty() ? CONTEXT.getOrDefault(field.path(), "") : field.title();
        return title.isEmpty() ? field.path() : field.path() + "(" + title + ")";
    }

    private static boolean endsWith(String path, String names) {
        return path.equals(names) || path.endsWith("." + names);
    }

    private static String plain(String path) {
        return path.replaceAll("\\[[^]]*]", "").replace("'", "");
    }

    private static String position(String path) {
        if (path.matches(".*\\[-1](\\..*)?")) {
            return "(最后一项)";
        }
        return path.matches(".*\\[\\d+](\\..*)?") ? path.replaceAll(".*\\[(\\d+)].*", "(下标 $1)") : "";
    }
}
