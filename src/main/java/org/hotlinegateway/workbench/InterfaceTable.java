package org.hotlinegateway.workbench;

import java.time.LocalDate;
import java.util.List;

/**
 * The interface between two authorities as they sign it: which field comes from where, by which rule, and the code
 * tables it uses.
 *
 * @param head what the document says of itself, label and text
 * @param rows one for each target field
 * @param codes the code tables
 */
public record InterfaceTable(String mapping, String title, List<Entry> head, List<Row> rows, List<Codes> codes) {
    /** The names of a row's columns. */
    public static final List<String> COLUMNS =
            List.of("序号", "目标字段", "名称", "类型", "必填", "长度", "来源字段", "规则", "码表", "默认值", "备注");

    /** The names of the columns of a table written in the mapping file itself. */
    static final List<String> INLINE_COLUMNS = List.of("来源代码", "目标代码");

    /** One line of the head. */
    public record Entry(String label, String text) {}

    /** One target field. */
    public record Row(
            int number,
            String target,
            String title,
            String type,
            String required,
            String length,
            String source,
            String rule,
            String table,
            String otherwise,
            String remarks) {
        /** The row's texts in the order of {@link #COLUMNS}. */
        public List<String> cells() {
            return List.of(
                    String.valueOf(number),
                    target,
                    title,
                    type,
                    required,
                    length,
                    source,
                    rule,
                    table,
                    otherwise,
                    remarks);
        }
    }

    /**
     * A code table.
     *
     * @param name of its file without ending, or as the mapping calls it
     * @param use the directions it is read in
     * @param columns names of the columns, as its file has them
     */
    public record Codes(String name, String use, List<String> columns, List<List<String>> rows) {}

    static List<Entry> head(String version, String digest, LocalDate date, String source, String target, String text) {
        return List.of(
                new Entry("版本", version),
                new Entry("映射集摘要", digest),
                new Entry("日期", date.toString()),
                new Entry("来源", source),
                new Entry("目标", target),
                new Entry("说明", text));
    }
}
