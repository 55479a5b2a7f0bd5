package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the tables of the reference page out of the registries of the language. */
final class LanguagePage {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- generated: end -->)", Pattern.DOTALL);

    private LanguagePage() {}

    static String generated(String page) {
        Map<String, String> tables = Map.of("clauses", clauses(), "context", context(), "functions", functions());
        return BLOCK.matcher(page)
                .replaceAll(block ->
                        Matcher.quoteReplacement(block.group(1) + tables.get(block.group(2)) + block.group(3)));
    }

    private static String clauses() {
        return table(
                List.of("Clause", "Phase", "Meaning", "Message", "Rule of `t`", "Result"),
                Clauses.registry().stream().map(LanguagePage::row).toList());
    }

    private static List<String> row(Clause clause) {
        Clause.Example example = clause.example();
        return List.of(
                code(clause.name()),
                clause.phase().word(),
                clause.meaning(),
                code(example.source()),
                code(example.rule()),
                code(example.result()));
    }

    private static String context() {
        return table(
                List.of("Context value", "Type", "Meaning"),
                ContextValues.all().values().stream()
                        .map(value ->
                                List.of(code("$" + value.name()), value.type().word(), value.meaning()))
                        .toList());
    }

    private static String functions() {
        return table(
                List.of("Function", "Gives", "Meaning", "Arguments", "Result", "Undone by"),
                Functions.all().stream().map(LanguagePage::row).toList());
    }

    private static List<String> row(Function function) {
        String inverse = function.inverse();
        return List.of(
                code(function.signature()),
                function.result().word(),
                function.description(),
                code(function.example().arguments()),
                code(function.example().result()),
                inverse == null ? "" : code(inverse));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return line(head) + "|" + "---|".repeat(head.size()) + "\n"
                + rows.stream().map(LanguagePage::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
