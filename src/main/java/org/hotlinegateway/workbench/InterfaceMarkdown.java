package org.hotlinegateway.workbench;

import java.util.List;
import java.util.stream.Collectors;

/** An interface table as Markdown. */
public final class InterfaceMarkdown {
    private InterfaceMarkdown() {}

    /** The whole document. */
    public static String of(InterfaceTable table) {
        StringBuilder text = new StringBuilder("# ").append(line(table.title())).append("\n\n");
        text.append("接口表 `").append(table.mapping()).append("`\n\n");
        text.append("| | |\n|---|---|\n");
        table.head().forEach(entry -> row(List.of(entry.label(), entry.text()), text));
        text.append("\n## 字段\n\n");
        table(
                InterfaceTable.COLUMNS,
                table.rows().stream().map(InterfaceTable.Row::cells).toList(),
                text);
        for (InterfaceTable.Codes codes : table.codes()) {
            text.append("\n## 码表 ").append(line(codes.name())).append("\n\n");
            text.append(line(codes.use())).append("\n\n");
            table(codes.columns(), codes.rows(), text);
        }
        return text.toString();
    }

    private static void table(List<String> columns, List<List<String>> rows, StringBuilder text) {
        row(columns, text);
        text.append("|").append("---|".repeat(columns.size())).append('\n');
        rows.forEach(cells -> row(cells, text));
    }

    private static void row(List<String> cells, StringBuilder text) {
        text.append(cells.stream().map(InterfaceMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String cell(String text) {
        return text.strip()
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replaceAll("([*_`])", "\\\\$1")
                .replaceAll("\\s*\\R\\s*", "<br>");
    }

    private static String line(String text) {
        return cell(text).replace("<br>", " ");
    }
}
