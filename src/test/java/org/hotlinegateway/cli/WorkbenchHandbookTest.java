package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench handbook keeps its word on checks and tests: its commands, one after the other, print what it says. */
class WorkbenchHandbookTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```console\n\\$ map ([^\n]*complaint\\.map\\.yaml[^\n]*)\n(.*?)```", Pattern.DOTALL);
    private static final Path FILES = Path.of("docs/examples/workbench");

    @TempDir
    private Path folder;

    @Test
    void everyCommandPrintsWhatTheHandbookSays() throws IOException {
        copy();
        List<String> said = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("docs/workbench.md")));
        while (matcher.find()) {
            said.add("$ map " + matcher.group(1) + "\n" + matcher.group(2));
            printed.add("$ map " + matcher.group(1) + "\n" + printed(matcher.group(1)));
        }
        assertThat(printed).isEqualTo(said).hasSizeGreaterThanOrEqualTo(7);
    }

    private String printed(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("map"));
        Stream.of(command.split(" ")).map(this::placed).forEach(arguments::add);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = GatewayCommand.run(arguments.toArray(String[]::new), stream, stream);
        return out.toString(StandardCharsets.UTF_8) + (exit == 0 ? "" : "[exit code " + exit + "]\n");
    }

    /** A file of the example stands in the copy. */
    private String placed(String argument) {
        Path file = folder.resolve(argument);
        return Files.isRegularFile(file) ? file.toString() : argument;
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(FILES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
