package org.hotlinegateway.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.hotlinegateway.crash.GatewayProcess;
import org.slf4j.LoggerFactory;

/** An Artemis broker in a JVM of its own, reached over TCP: can be killed, started again, and told to drop what it has. */
public final class BrokerProcess implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Process process;
    private BufferedReader says;

    private BrokerProcess(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
    }

    /** A broker that will keep its journal here and listen on a free port. */
    static BrokerProcess on(Path folder) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return new BrokerProcess(folder, free.getLocalPort());
        }
    }

    /**
     * Answers on its own output; what is logged goes elsewhere, since nobody reads it there and the broker would wait.
     *
     * @param arguments folder of its journal, port
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream says = System.out;
        System.setOut(System.err);
        ((Logger) LoggerFactory.getLogger("org.apache.activemq.audit")).setLevel(Level.OFF);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(Path.of(arguments[0]), arguments[1]));
        broker.start();
        says.println("ready");
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            says.println(purge(broker));
        }
        Runtime.getRuntime().halt(0);
    }

    private static ConfigurationImpl configuration(Path folder, String port) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setSecurityEnabled(false);
        configuration.setPersistenceEnabled(true);
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
        return configuration;
    }

    private static long purge(EmbeddedActiveMQ broker) throws Exception {
        long dropped = 0;
        for (Object binding :
                broker.getActiveMQServer().getPostOffice().getAllBindings().toList()) {
            if (binding instanceof org.apache.activemq.artemis.core.postoffice.QueueBinding bound) {
                Queue queue = bound.getQueue();
                dropped += queue.deleteAllReferences();
            }
        }
        return dropped;
    }

    /** Starts and returns when it listens. */
    void start() {
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx200m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            GatewayProcess.classPath(),
                            BrokerProcess.class.getName(),
                            folder.toString(),
                            Integer.toString(port))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolveSibling(folder.getFileName() + ".log").toFile()))
                    .start();
            says = process.inputReader(StandardCharsets.UTF_8);
            for (String line = says.readLine(); !"ready".equals(line); line = says.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the broker did not start");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "tcp://localhost:" + port + "?reconnectAttempts=-1&retryInterval=200&callTimeout=5000";
    }

    /** Every queue is emptied; how many claim checks are lost by it. */
    long purge() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).write("purge\n");
        process.outputWriter(StandardCharsets.UTF_8).flush();
        String line = says.readLine();
        while (line != null && !line.matches("\\d+")) {
            line = says.readLine();
        }
        return line == null ? 0 : Long.parseLong(line);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
