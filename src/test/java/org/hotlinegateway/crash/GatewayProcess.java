package org.hotlinegateway.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A gateway in a JVM of its own, on its own data folder; can be killed without warning and started again. */
public final class GatewayProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port = freePort();
    private final int managementPort = freePort();
    private final Path dataDir;
    private final List<String> arguments;
    private final int peersPort;
    private Path folder = Path.of("");
    private SharedClasses shared;
    private List<String> jvmOptions = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private Process process;

    /**
     * @param dataDir data folder of this gateway
     * @param peersPort port of the stand-in peers, which run elsewhere
     * @param arguments further command line arguments
     */
    public GatewayProcess(Path dataDir, int peersPort, String... arguments) {
        this(dataDir, peersPort, false, arguments);
    }

    private GatewayProcess(Path dataDir, int peersPort, boolean ownPeers, String... arguments) {
        this.dataDir = dataDir;
        this.peersPort = peersPort;
        this.arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--gateway.data-dir=" + dataDir,
                "--gateway.simulator.enabled=" + ownPeers,
                "--gateway.simulator.port=" + peersPort));
        this.arguments.addAll(List.of(arguments));
    }

    /** Runs in a JVM with these options instead of those for a quick start. */
    public GatewayProcess inJvm(List<String> options) {
        jvmOptions = List.copyOf(options);
        return this;
    }

    /** Starts from an archive of its classes. */
    public GatewayProcess startingFrom(SharedClasses classes) {
        shared = classes;
        return this;
    }

    /** Runs in this folder, with the mappings, routes and configuration that lie there. */
    public GatewayProcess in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    /** The class path of this JVM, good in any folder. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A gateway as a visitor starts it: with the stand-in peers inside. */
    public static GatewayProcess withItsPeers(Path dataDir, String... arguments) {
        return new GatewayProcess(dataDir, freePort(), true, arguments).startingFrom(SharedClasses.ofThisBuild());
    }

    /** Base address of its door. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Port of its door. */
    public int port() {
        return port;
    }

    /** Port of the stand-in peers it talks to. */
    public int peersPort() {
        return peersPort;
    }

    /** What it wrote to its console so far. */
    public String console() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time it has used since its start. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Port of its health and its figures. */
    public int managementPort() {
        return managementPort;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** With what it ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Sends a signal by name, for example {@code STOP}. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts and returns when its routes run. */
    public GatewayProcess start() {
        launch();
        return awaitReady();
    }

    /** Returns when its routes run. */
    public GatewayProcess awaitReady() {
        Awaitility.await("gateway ready, log in " + log())
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(this::ready);
        return this;
    }

    /** Whether it takes messages now. */
    public boolean isReady() {
        return isAlive() && ready();
    }

    /** Starts and returns at once. */
    public void launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(shared == null ? List.of("-cp", classPath()) : shared.options());
        command.addAll(jvmOptions);
        command.add("org.hotlinegateway.HotlineGateway");
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".log");
    }

    /** The status of a health check, {@code liveness} or {@code readiness}; 0 when nothing answers. */
    public int health(String group) {
        try {
            URI address = URI.create("http://localhost:" + managementPort + "/actuator/health/" + group);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nothingThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Base address of its management port. */
    public String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the gateway ended with " + process.exitValue() + ", log in " + log());
        }
        return health("readiness") == 200;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** {@code kill -TERM}, waits for the end, and gives the exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Waits for the end that the gateway gives itself, and gives its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gateway did not end, log in " + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
