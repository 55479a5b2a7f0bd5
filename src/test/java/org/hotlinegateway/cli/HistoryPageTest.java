package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.SetArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handbook's examples of history, difference and rollback run on the data folder of a gateway whose files were edited. */
class HistoryPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```console kept\n\\$ (.*)\n((?:.*\n)*?)```");
    private static final Path FILES = Path.of("docs/examples/workbench");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2021-09-08T07:53:01Z");

    /** Somebody adds a code and shortens a text, while the gateway runs. */
    @BeforeEach
    void aGatewayThatRan() throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        Files.createDirectories(mappings.resolve("tables"));
        for (String file : List.of("complaint.map.yaml", "tables/kinds.csv")) {
            Files.copy(FILES.resolve(file), mappings.resolve(file));
        }
        InstantSource clock = () -> now;
        LiveMappings gateway = LiveMappings.start(
                mappings, new SetArchive(folder.resolve("data/mapping-sets")), clock, () -> Set.of("complaint"));
        now = Instant.parse("2021-09-09T01:00:00Z");
        String text = Files.readString(mappings.resolve("complaint.map.yaml"));
        Files.writeString(mappings.resolve("complaint.map.yaml"), text.replace("cut: 20", "cut: 200"));
        Files.writeString(mappings.resolve("tables/kinds.csv"), "kind,code\n窗口,WINDOW\n网上,WEB\n电话,PHONE\n");
        gateway.look();
        gateway.look();
    }

    @Test
    void everyExamplePrintsWhatTheHandbookSays() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(Path.of("docs/workbench.md")))
                .results()
                .toList();
        List<String> said = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (MatchResult example : examples) {
            said.add(example.group());
            printed.add("```console kept\n$ " + example.group(1) + "\n" + printed(example.group(1)) + "```");
        }
        assertThat(printed).isEqualTo(said).hasSize(3);
    }

    private String printed(String command) {
        String[] words = Stream.of(command.split(" "))
                .map(word -> word.equals("data") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = GatewayCommand.run(words, stream, stream);
        return out.toString(StandardCharsets.UTF_8) + (exit == 0 ? "" : "[exit code " + exit + "]\n");
    }
}
