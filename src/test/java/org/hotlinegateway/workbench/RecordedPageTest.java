package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotlinegateway.cli.GatewayCommand;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.SetArchive;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the handbook that need a ledger run, beside a gateway that has it open, and print what they show. */
class RecordedPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```console ledger\n\\$ (.*)\n((?:.*\n)*?)```");
    private static final List<String> PLACES = List.of("data", "before", "after");

    @TempDir
    private Path folder;

    @BeforeEach
    void aGatewayThatRan() throws IOException {
        PLACES.forEach(place -> folder.resolve(place).toFile().mkdirs());
        Files.writeString(folder.resolve("before/t.map.yaml"), Traffic.FILE);
        Files.writeString(
                folder.resolve("after/t.map.yaml"),
                Traffic.FILE
                        .replace("cut: 30", "cut: 2")
                        .replace("{ A: \"01\", B: \"02\" }", "{ A: \"01\", C: \"03\" }"));
        Files.writeString(folder.resolve("data/gateway.keys"), KeyRing.generate());
    }

    @Test
    void everyExampleRuns() throws IOException {
        MappingSet set = MappingSet.load(folder.resolve("before"));
        new SetArchive(folder.resolve("data/mapping-sets")).keep(set);
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(Path.of("docs/workbench.md")))
                .results()
                .toList();
        assertThat(examples).hasSize(2);
        String keys = Files.readString(folder.resolve("data/gateway.keys"));
        try (Traffic traffic = Traffic.embedded(folder.resolve("data"), keys)) {
            traffic.message(1, PreviewTest.ONE, set);
            traffic.message(2, PreviewTest.TWO, set);
            traffic.message(3, PreviewTest.THREE, set);
            traffic.delivery("C1", PreviewTest.ONE, PreviewTest.ANSWER, set);
            examples.forEach(example ->
                    assertThat(run(example.group(1))).as(example.group(1)).matches(pattern(example.group(2))));
        }
    }

    private String run(String command) {
        String[] words = Arrays.stream(command.split(" "))
                .map(word -> PLACES.contains(word) ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        GatewayCommand.run(words, new PrintStream(printed, true, StandardCharsets.UTF_8), System.err);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Pattern pattern(String printed) {
        return Pattern.compile(printed.lines()
                .map(line -> line.equals("…") ? "(?:.*\n)*?" : inLine(line) + "\n")
                .collect(Collectors.joining()));
    }

    private static String inLine(String line) {
        return Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*?"));
    }
}
