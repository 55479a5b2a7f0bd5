package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handbook of the workbench keeps its word: every {@code console project} example runs and prints what stands below it. */
class WorkbenchPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```console project\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private int code;

    /** A command and what it prints; a line of … stands for any lines, … in a line for any text. */
    private record Step(String command, String printed) {}

    @BeforeEach
    void aProjectAndItsWorkbooks() throws IOException {
        copy(Path.of("mappings"), folder.resolve("mappings"));
        copy(Path.of("routes"), folder.resolve("routes"));
        List<String> causes = Files.readAllLines(Path.of("mappings/tables/causes.csv"));
        List<String> renamed = new ArrayList<>(causes);
        renamed.replaceAll(row -> row.replace(",材料,", ",申请材料,"));
        workbook("causes.xlsx", renamed);
        List<String> longer = new ArrayList<>(renamed);
        longer.add("FEES,收费,09");
        workbook("fees.xlsx", longer);
        try (Workbook book = new Workbook(Files.newOutputStream(folder.resolve("numbers.xlsx")), "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("causes");
            cells(sheet, 0, "cause", "name", "legacy");
            cells(sheet, 1, "POLICY", "政策");
            sheet.value(1, 2, 1);
        }
    }

    private void workbook(String name, List<String> rows) throws IOException {
        try (Workbook book = new Workbook(Files.newOutputStream(folder.resolve(name)), "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("causes");
            for (int row = 0; row < rows.size(); row++) {
                cells(sheet, row, rows.get(row).split(","));
            }
        }
    }

    private static void cells(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    @Test
    void everyExampleRuns() throws IOException {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(8);
        for (Step step : steps) {
            assertThat(run(step.command())).as(step.command()).matches(pattern(step.printed()));
        }
    }

    @Test
    void exitCodesTellAScriptHowItWent() throws IOException {
        String table = "mappings/tables/causes.csv";
        run("map doc mappings/hotline/hotline-answer.map.yaml --format xlsx");
        assertThat(code).isEqualTo(2);
        run("map import-table causes.xlsx " + table);
        assertThat(code).isZero();
        run("map import-table fees.xlsx " + table + " --sheet causes --apply");
        assertThat(code).isEqualTo(1);
        run("map import-table numbers.xlsx " + table);
        assertThat(code).isEqualTo(2);
        assertThat(Files.readString(folder.resolve(table))).isEqualTo(Files.readString(Path.of(table)));
        run("map new case-event-to-window --from delivery --to window-notice --peer window");
        assertThat(code).isEqualTo(1);
        run("map blast nowhere.csv");
        assertThat(code).isEqualTo(2);
        run("map blast case.title --data-dir nowhere --keys nowhere");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void theBlastAsJsonIsOneObject() {
        JsonNode blast = JsonMapper.builder().build().readTree(run("map blast hotline-answer --format json"));
        assertThat(blast.path("kind").asString()).isEqualTo("MAPPING");
        assertThat(blast.path("ways").toString())
                .isEqualTo("[{\"mapping\":\"hotline-answer\",\"peer\":\"hotline\",\"route\":\"hotline-delivery\","
                        + "\"queue\":\"hotline-delivery\",\"when\":\"\"}]");
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        String page = Files.readString(Path.of("docs/workbench.md"));
        Matcher example = EXAMPLE.matcher(page.substring(page.indexOf("\n## map doc\n")));
        while (example.find()) {
            for (String part : example.group(1).split("(?m)^\\$ ")) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    steps.add(new Step(part.substring(0, end), part.substring(end + 1)));
                }
            }
        }
        return steps;
    }

    private static Pattern pattern(String printed) {
        String quoted = printed.lines()
                .map(line -> line.equals("…") ? "(?:.*\n)*?" : inLine(line) + "\n")
                .reduce("", String::concat);
        return Pattern.compile(quoted);
    }

    private static String inLine(String line) {
        return Arrays.stream(line.split("…", -1))
                .map(Pattern::quote)
                .reduce((left, right) -> left + ".*?" + right)
                .orElse("");
    }

    /** Runs the command as if the project's folder were the one at hand. */
    private String run(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ")) {
            arguments.add(
                    Files.exists(folder.resolve(word)) || word.equals("out")
                            ? folder.resolve(word).toString()
                            : word);
        }
        arguments.addAll(List.of("--mappings", folder.resolve("mappings").toString()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        code = GatewayCommand.run(arguments.toArray(String[]::new), stream, stream);
        return printed.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes facts) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
