package org.hotlinegateway;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of the README, as a visitor would copy them, and a way to run them against other ports. */
public final class ReadmeCommands {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    /** Whether this machine has a curl of its own. */
    public static final boolean HAS_CURL = hasCurl();

    private ReadmeCommands() {}

    /** Every command of every {@code sh} block, continued lines joined. */
    public static List<String> all() {
        return of(Path.of("README.md"));
    }

    /** The curl commands of the story, in order. */
    public static List<String> curls() {
        return all().stream().filter(command -> command.startsWith("curl ")).toList();
    }

    static List<String> of(Path file) {
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(read(file));
        while (block.find()) {
            block.group(1).replace("\\\n", " ").lines().map(String::strip).forEach(commands::add);
        }
        commands.removeIf(command -> command.isEmpty() || command.startsWith("#"));
        return commands;
    }

    /** Runs a curl command from the repository's root; 8080 and 8090 become these ports. A machine may lack curl. */
    public static Outcome run(String command, int gatewayPort, int simulatorPort) {
        String there = at(command, gatewayPort, simulatorPort);
        return HAS_CURL ? shell(there) : PlainCurl.run(there);
    }

    /** The command with these ports in place of 8080 and 8090. */
    public static String at(String command, int gatewayPort, int simulatorPort) {
        return command.replace("localhost:8080", "localhost:" + gatewayPort)
                .replace("localhost:8090", "localhost:" + simulatorPort);
    }

    private static boolean hasCurl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    private static Outcome shell(String command) {
        try {
            Path output = Files.createTempFile("readme", ".out");
            Process process = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(ended ? process.exitValue() : -1, text);
        } catch (IOException broken) {
            throw new IllegalStateException("sh cannot be started.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while running a command.", stopped);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(file + " cannot be read.", missing);
        }
    }

    /** What a command gave: its exit code and everything it wrote. */
    public record Outcome(int exit, String output) {}
}
