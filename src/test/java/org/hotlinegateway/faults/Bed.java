package org.hotlinegateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotlinegateway.vault.KeyRing;

/** Everything a run needs: peers, lines to them that can fail, gateways, a sender, and the histories of all of it. */
final class Bed implements AutoCloseable {
    static final List<String> PEERS = List.of("window", "hotline", "hotline-legacy", "supervision");
    private static final Duration HEALED = Duration.ofSeconds(Integer.getInteger("faults.heal-seconds", 180));

    private final Path folder;
    private final Setup setup;
    private final Histories histories;
    private final FaultLog log;
    private final PeerOracle oracle;
    private final Map<String, FaultProxy> lines = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final CarefulSender sender;
    private final Operator operator;
    /** Of all gateways: what one seals the other must open. */
    private final String keys = KeyRing.generate().strip().replace('\n', ',');

    /**
     * @param folder of the run; histories of an earlier part of it are continued
     * @param seed of all chance in it
     */
    Bed(Path folder, Setup setup, long seed) {
        this.folder = folder.toAbsolutePath();
        this.setup = setup;
        this.histories = new Histories(this.folder);
        this.log = new FaultLog(histories);
        this.oracle = new PeerOracle(new OracleMemory(histories, setup.forgetful()));
        PEERS.forEach(peer -> lines.put(peer, new FaultProxy(peer, oracle.port(), seed + peer.hashCode())));
        copy(Path.of("mappings"), mappings());
        copy(Path.of("routes"), routes());
        for (int i = 0; i < setup.gateways(); i++) {
            nodes.add(new Node(this.folder.resolve("gateway" + i), setup, arguments("gateway" + i), seed + i));
        }
        this.sender =
                new CarefulSender(nodes.stream().map(node -> node.door().url()).toList(), histories);
        this.operator = new Operator(oracle.memory(), nodes);
    }

    /** The run keeps its own files: it edits some, and others may be edited beside it. */
    private static void copy(Path from, Path into) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path to = into.resolve(from.relativize(file).toString());
                if (!Files.exists(to)) {
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments(String name) {
        List<String> arguments = new ArrayList<>(List.of(
                "--gateway.ledger.url=" + ledgerUrl(),
                "--gateway.ledger.ring-again-seconds=2",
                "--gateway.instance=" + name,
                "--gateway.mappings-dir=" + mappings(),
                "--gateway.routes-dir=" + routes(),
                "--gateway.mappings.look-every=200ms",
                "--gateway.flow.sweep-every=500ms",
                "--gateway.flow.first-fault-delay=200ms",
                "--gateway.flow.faults-before-parking=100"));
        if (setup.gateways() > 1) {
            arguments.add("--gateway.keys=" + keys);
        }
        lines.forEach((peer, line) -> arguments.addAll(peer(peer, line.url())));
        arguments.addAll(setup.more());
        return arguments;
    }

    private List<String> peer(String peer, String url) {
        String prefix = "--gateway.peers." + peer + ".";
        return List.of(
                prefix + "url=" + url,
                prefix + "outbound.connect-timeout=1s",
                prefix + "outbound.response-timeout=3s",
                prefix + "outbound.first-back-off=200ms",
                prefix + "outbound.max-back-off=2s",
                prefix + "outbound.max-attempts=1000",
                prefix + "outbound.idempotent=" + !setup.forgetful().contains(peer));
    }

    Path mappings() {
        return folder.resolve("mappings");
    }

    private Path routes() {
        return folder.resolve("routes");
    }

    String ledgerUrl() {
        return setup.ledgerUrl() == null
                ? "jdbc:sqlite:" + folder.resolve("gateway0").resolve("ledger.db")
                : setup.ledgerUrl();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    FaultProxy line(String peer) {
        return lines.get(peer);
    }

    List<FaultProxy> allLines() {
        return Stream.concat(lines.values().stream(), nodes.stream().map(Node::door))
                .toList();
    }

    /** Whether what is at the end of this line tells a repeat from something new. */
    boolean knowsRepeats(String line) {
        return !setup.forgetful().contains(line);
    }

    CarefulSender sender() {
        return sender;
    }

    PeerOracle oracle() {
        return oracle;
    }

    FaultLog log() {
        return log;
    }

    Operator operator() {
        return operator;
    }

    Histories histories() {
        return histories;
    }

    /** Starts all gateways at the same time. */
    void start() {
        nodes.forEach(Node::launch);
        nodes.forEach(node -> node.gateway().awaitReady());
    }

    /** Whether some gateway takes messages now. */
    boolean anyReady() {
        return nodes.stream().anyMatch(Node::isReady);
    }

    LedgerExport ledger() {
        return new LedgerExport(ledgerUrl());
    }

    /** Faults are over: waits until nothing is on its way any more; how long that took. */
    Duration heal() {
        allLines().forEach(line -> line.faults().off());
        long begin = System.nanoTime();
        try (LedgerExport ledger = ledger()) {
            Awaitility.await("nothing waits any more")
                    .atMost(HEALED)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> operator.decideHeld() == 0 && ledger.waiting() == 0);
        } catch (org.awaitility.core.ConditionTimeoutException stillWaiting) {
            System.err.println(stillWaiting.getMessage());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Exports the ledger and checks all histories. */
    CheckReport check() {
        try (LedgerExport ledger = ledger()) {
            ledger.to(histories);
        }
        return HistoryCheck.of(histories);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        sender.close();
        lines.values().forEach(FaultProxy::close);
        oracle.close();
        log.close();
    }
}
