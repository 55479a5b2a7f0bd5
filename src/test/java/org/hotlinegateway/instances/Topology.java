package org.hotlinegateway.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.hotlinegateway.crash.GatewayProcess;
import org.hotlinegateway.ledger.PostgresServer;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.hotlinegateway.vault.KeyRing;

/**
 * What {@code docker-compose.yml} describes, as processes on this machine: a PostgreSQL, a live broker and its backup, two
 * gateways; the stand-in peers run here.
 */
public final class Topology implements AutoCloseable {
    private final Path folder;
    private final StandInPeers peers;
    private final String ledgerUrl;
    private final int[] brokerPorts = {freePort(), freePort()};
    private final Map<String, Process> brokers = new HashMap<>();
    private final List<GatewayProcess> gateways = new ArrayList<>();

    public Topology(Path folder) {
        this.folder = folder;
        this.peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
        this.ledgerUrl = PostgresServer.newDatabase();
        String keys = KeyRing.generate().strip().replace('\n', ',');
        peers.start();
        for (String name : List.of("north", "south")) {
            gateways.add(gateway(name, keys));
        }
    }

    private GatewayProcess gateway(String name, String keys) {
        return new GatewayProcess(
                folder.resolve(name),
                peers.port(),
                "--gateway.instance=" + name,
                "--gateway.keys=" + keys,
                "--gateway.ledger.url=" + ledgerUrl,
                "--gateway.door.leaving=1s",
                "--spring.artemis.mode=native",
                "--spring.artemis.broker-url=(tcp://localhost:%d,tcp://localhost:%d)?ha=true&reconnectAttempts=-1&retryInterval=200"
                        .formatted(brokerPorts[0], brokerPorts[1]));
    }

    /** Starts everything, one after the other, and returns when all is ready. */
    public Topology start() {
        startBroker("live", 0, 1);
        awaitBroker(0);
        startBroker("backup", 1, 0);
        gateways.forEach(GatewayProcess::start);
        peers.connect(gateways.get(0).url());
        return this;
    }

    private void startBroker(String role, int own, int other) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                GatewayProcess.classPath(),
                Broker.class.getName(),
                role,
                Integer.toString(brokerPorts[own]),
                Integer.toString(brokerPorts[other]),
                folder.resolve("queues").toString());
        try {
            brokers.put(
                    role,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve(role + ".log").toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitBroker(int which) {
        Awaitility.await("broker " + which)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> answers(brokerPorts[which]));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code kill -9} of the live broker; returns when its backup answers in its place. */
    public void killLiveBroker() throws InterruptedException {
        brokers.get("live").destroyForcibly().waitFor();
        awaitBroker(1);
    }

    public List<GatewayProcess> gateways() {
        return List.copyOf(gateways);
    }

    public StandInPeers peers() {
        return peers;
    }

    /** JDBC address of the ledger. */
    public String ledgerUrl() {
        return ledgerUrl;
    }

    @Override
    public void close() {
        gateways.forEach(GatewayProcess::close);
        brokers.values().forEach(Process::destroyForcibly);
        peers.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String addresses() {
        List<String> lines = new ArrayList<>();
        gateways.forEach(
                one -> lines.add("gateway  " + one.url() + "  health " + one.managementUrl() + "/actuator/health"));
        lines.add("brokers  tcp://localhost:%d (live)  tcp://localhost:%d (backup)"
                .formatted(brokerPorts[0], brokerPorts[1]));
        lines.add("ledger   " + ledgerUrl);
        lines.add("peers    " + peers.url() + "/inspect");
        lines.add("data     " + folder + "  (Ctrl-C ends everything)");
        return String.join(System.lineSeparator(), lines);
    }

    /** Runs until it is interrupted; see {@code src/main/scripts/instances}. */
    public static void main(String[] args) throws Exception {
        Topology topology = new Topology(Files.createTempDirectory("hotline-gateway-instances"));
        Runtime.getRuntime().addShutdownHook(new Thread(topology::close));
        topology.start();
        System.out.println(topology.addresses());
        new CountDownLatch(1).await();
    }
}
