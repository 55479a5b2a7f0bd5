package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotlinegateway.ReadmeCommands;
import org.hotlinegateway.crash.GatewayProcess;
import org.hotlinegateway.crash.SharedClasses;
import org.hotlinegateway.journey.TutorialPage.Edit;
import org.hotlinegateway.journey.TutorialPage.Run;
import org.hotlinegateway.journey.TutorialPage.Shown;
import org.hotlinegateway.journey.TutorialPage.Step;

/**
 * Somebody who follows the tutorial in a clone of their own. The jar is the classes under test, the ports are free ones;
 * all else is done as the page says, by a shell.
 */
final class TutorialReader implements AutoCloseable {
    private static final String BUILD = "./mvnw -q -DskipTests package";
    private static final String JAR = "java -jar ../target/hotline-gateway.jar";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Path clone;
    private final Path tools;
    private Path here;
    private GatewayProcess gateway;

    TutorialReader(Path folder) throws IOException {
        clone = Files.createDirectory(folder.resolve("clone"));
        tools = Files.createDirectory(folder.resolve("tools"));
        here = clone;
        for (String part : List.of("mappings", "routes", "docs/examples")) {
            copy(Path.of(part), clone.resolve(part));
        }
        writeTools();
    }

    void follow(List<Step> steps) {
        steps.forEach(this::follow);
    }

    private void follow(Step step) {
        if (step instanceof Shown shown) {
            assertThat(read(here.resolve(shown.file()))).as(shown.file()).isEqualTo(shown.content());
        } else if (step instanceof Edit edit) {
            edit(here.resolve(edit.file()), edit);
        } else if (step instanceof Run run) {
            run(run);
        }
    }

    private void edit(Path file, Edit edit) {
        String text = read(file);
        assertThat(text.split(java.util.regex.Pattern.quote(edit.before()), -1))
                .as("%s has these lines once:%n%s", edit.file(), edit.before())
                .hasSize(2);
        write(file, text.replace(edit.before(), edit.after()));
    }

    private void run(Run run) {
        String command = run.command();
        if (command.startsWith("cd ")) {
            here = here.resolve(command.substring(3)).normalize();
        } else if (command.startsWith(JAR) && !command.startsWith(JAR + " map ")) {
            start(command.substring(JAR.length()).strip().split(" "));
        } else if (!command.equals(BUILD)) {
            shell(run);
        }
    }

    /** A page that says start anew means: stop first. */
    private void start(String... arguments) {
        if (gateway != null) {
            gateway.stop();
        }
        gateway = GatewayProcess.withItsPeers(here.resolve("data"), arguments)
                .in(here)
                .start();
    }

    /** What only asks is asked until it gets the answer of the page. */
    private void shell(Run run) {
        boolean asks = run.command().startsWith("curl ")
                && !run.command().contains(" -d ")
                && !run.command().contains(" --data");
        if (asks) {
            Awaitility.await(run.command()).atMost(SOON).untilAsserted(() -> check(run));
        } else {
            check(run);
        }
    }

    private void check(Run run) {
        String printed = printed(run.command());
        if (!run.output().isEmpty() && !TutorialPage.agree(run.output(), printed)) {
            assertThat(printed.strip()).as(run.command()).isEqualTo(run.output());
        }
    }

    private String printed(String command) {
        int door = gateway == null ? 1 : gateway.port();
        int peers = gateway == null ? 1 : gateway.peersPort();
        try {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", ReadmeCommands.at(command, door, peers))
                    .directory(here.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(tools.resolve("printed").toFile());
            shell.environment().merge("PATH", tools.toString(), (old, first) -> first + ":" + old);
            Process process = shell.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
            return read(tools.resolve("printed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the gateways wrote to their consoles. */
    String consoles() {
        return gateway.console();
    }

    /** {@code java -jar …} runs the classes under test, {@code curl} is there also on a machine without it. */
    private void writeTools() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jvm = "exec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
                + String.join(" ", SharedClasses.ofThisBuild().options()) + " ";
        tool("java", "shift 2; " + jvm + "org.hotlinegateway.HotlineGateway \"$@\"");
        if (!ReadmeCommands.HAS_CURL) {
            tool("curl", jvm + "org.hotlinegateway.PlainCurl \"$@\"");
        }
    }

    private void tool(String name, String line) throws IOException {
        Path file = tools.resolve(name);
        write(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
    }
}
