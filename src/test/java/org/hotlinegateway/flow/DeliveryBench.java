package org.hotlinegateway.flow;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hotlinegateway.delivery.Backoff;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.delivery.Outcomes;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.NewDelivery;
import org.hotlinegateway.ledger.NewEvent;
import org.hotlinegateway.ledger.Ring;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.OutboundSigner;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The delivery routes of two peers as they are in routes/, on a real ledger, entered without a broker. */
final class DeliveryBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2021-09-08T07:53:00Z");
    static final int MAX_ATTEMPTS = 3;

    final MovableClock clock = new MovableClock(NOW);
    final StandInPeer hotline = new StandInPeer();
    final StandInPeer supervision = new StandInPeer();
    final SqlLedger ledger;
    final List<String> heard = new CopyOnWriteArrayList<>();

    LiveLimits limits;
    Lanes lanes;

    private final List<Ring> rings = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private int cases;
    private int answered;

    DeliveryBench(Path folder, boolean idempotent) throws Exception {
        this(folder, Map.of("idempotent", String.valueOf(idempotent)));
    }

    /** @param profile further keys of the hotline's block {@code outbound} */
    DeliveryBench(Path folder, Map<String, String> profile) throws Exception {
        ledger = SqlLedger.open(
                LedgerSettings.at("jdbc:sqlite:" + folder.resolve("ledger.db")),
                new FieldCipher(KeyRing.parse(KeyRing.generate())),
                clock,
                cause -> {});
        ledger.ringer(rings::addAll);
        Map<String, PeerProfile> profiles = new HashMap<>();
        profiles.put("hotline", profile("hotline", hotline.url(), profile));
        profiles.put("supervision", profile("supervision", supervision.url(), Map.of()));
        start(new Peers(profiles), new MappingSets(MappingSet.load(mappings(folder.resolve("mappings")))));
    }

    /** A new case with one event for a peer; its delivery's number. */
    long deliver(String peer, String eventType, String document) {
        String caseNo = "BBCS-442000002-20210908-%04d".formatted(++cases);
        return deliver(caseNo, 1, peer, eventType, document);
    }

    long deliver(String caseNo, int seq, String peer, String eventType, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        ledger.write(tx -> {
                    if (seq == 1) {
                        tx.insertCase(new StoredCase(0, caseNo, "HANDED_OFF", "ZS-DQ", null, 0, bytes, NOW));
                    }
                    tx.appendEvent(
                            caseNo,
                            new NewEvent(
                                    "gateway",
                                    caseNo + seq,
                                    eventType,
                                    null,
                                    "hash",
                                    NOW,
                                    NOW,
                                    null,
                                    "HANDED_OFF",
                                    false,
                                    null,
                                    0,
                                    bytes));
                    tx.addDelivery(new NewDelivery(peer, caseNo, seq, eventType, NOW, false));
                    return true;
                })
                .join();
        return ledger.deliveries(caseNo).get(seq - 1).id();
    }

    /** A further part of the message about a case's event. */
    long deliverPart(String caseNo, int seq, String part) {
        ledger.write(tx -> {
                    tx.lockCase(caseNo);
                    tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "HANDED_OFF", NOW, false, part));
                    return true;
                })
                .join();
        return ledger.deliveries(caseNo).stream()
                .filter(one -> part.equals(one.part()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Hands the claim check to the peer's route, as the broker would, and shows the delivery afterwards. */
    StoredDelivery ring(String peer, long delivery) {
        camel.createProducerTemplate().sendBody("direct:" + peer, Long.toString(delivery));
        ledger.write(tx -> "everything asked before is committed").join();
        return ledger.delivery(delivery).orElseThrow();
    }

    /** Follows every ring that was given, as the broker would, and those to which that leads; returns how many. */
    int followRings() {
        lanes.callWaiting();
        int before = answered;
        for (; answered < rings.size(); answered++) {
            ring(rings.get(answered).peer(), rings.get(answered).id());
        }
        return answered - before;
    }

    List<Ring> rings() {
        return rings;
    }

    @Override
    public void close() {
        camel.stop();
        ledger.close();
        hotline.close();
        supervision.close();
    }

    private void start(Peers peers, MappingSets sets) throws Exception {
        camel.getRegistry().bind("mappingSets", sets);
        camel.getRegistry().bind("clock", clock);
        peers.all().forEach(peer -> camel.getRegistry().bind(peer.code() + "-http", PeerHttp.to(peer.outbound())));
        Outbox outbox = outbox(peers);
        camel.getRegistry().bind("outbox", outbox);
        // The hotline's route names it; no file is sent here.
        camel.getRegistry().bind("fileLeg", new FileLeg(ledger, peers, null, outbox, clock));
        Properties properties = new Properties();
        peers.all().forEach(peer -> properties.put("gateway.peers." + peer.code() + ".url", peer.url()));
        properties.put("gateway.flow.delivery-consumers", "1");
        camel.getPropertiesComponent().setOverrideProperties(properties);
        camel.addComponent("http", CamelSetup.prepared(new HttpComponent()));
        for (String file : List.of("delivery-policy", "hotline-delivery", "hotline-query", "supervision-delivery")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:routes/" + file + ".camel.yaml"));
        }
        for (PeerProfile peer : peers.all()) {
            AdviceWith.adviceWith(
                    camel, peer.code() + "-delivery", route -> route.replaceFromWith("direct:" + peer.code()));
        }
        camel.start();
    }

    private Outbox outbox(Peers peers) {
        limits = new LiveLimits(peers);
        lanes = new Lanes(ledger, peers, clock, "bench", Set.of("supervision"), limits);
        return new Outbox(
                ledger,
                lanes,
                new Outcomes(clock, new Backoff(new Random(1))),
                (tx, delivered, answer) -> heard.add(answer.verdict() + " " + answer.eventType()),
                peers,
                new OutboundSigner(clock, () -> "5b0d9c3a7e1f4826"),
                new DeliveryMeters(new SimpleMeterRegistry()),
                clock);
    }

    private static PeerProfile profile(String code, String url, Map<String, String> outbound) {
        Map<String, String> properties = new HashMap<>(Map.ofEntries(
                Map.entry("peer.name", code),
                Map.entry("peer.url", url),
                Map.entry("peer.secret", "demo-secret-not-real"),
                Map.entry("peer.inbound.auth", "HMAC_SM3"),
                Map.entry("peer.outbound.auth", "HMAC_SM3"),
                Map.entry("peer.outbound.answer", code + "-answer"),
                Map.entry("peer.outbound.connect-timeout", "300ms"),
                Map.entry("peer.outbound.response-timeout", "400ms"),
                Map.entry("peer.outbound.max-attempts", String.valueOf(MAX_ATTEMPTS))));
        outbound.forEach((key, value) -> properties.put("peer.outbound." + key, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("peer", PeerProfile.class)
                .get();
    }

    private static Path mappings(Path folder) throws IOException {
        Files.createDirectories(folder);
        mapping(folder, "case-event-to-hotline-order", "title: { from: title, required: true }");
        mapping(folder, "case-event-to-hotline-action", "action: { from: title, required: true }");
        mapping(folder, "case-event-to-hotline-file", "fileNo: { from: title, required: true }");
        mapping(folder, "case-event-to-hotline-query", "requestId: { from: title, required: true }");
        mapping(
                folder,
                "case-event-to-hotline-more",
                "order: { from: $partOf, required: true }",
                "more: { from: $partText, required: true }");
        mapping(
                folder,
                "case-event-to-supervision",
                "feedSeq: { from: $feedSeq, required: true, as: integer }",
                "items: { each: events, rules: { title: { from: title, required: true } } }");
        for (String answer : List.of("hotline-answer", "hotline-query-answer", "supervision-answer")) {
            mapping(
                    folder,
                    answer,
                    "outcome: { from: outcome, required: true }",
                    "code: code",
                    "text: text",
                    "peerReference: orderNo",
                    "event.type: event");
        }
        return folder;
    }

    private static void mapping(Path folder, String name, String... rules) throws IOException {
        String head = """
                language: 1
                mapping: %s
                version: 1
                title: %s
                source: { format: json }
                target: { format: json }
                zone: Asia/Shanghai
                missing: omit
                %srules:
                """.formatted(name, name, name.endsWith("-more") ? "context: [ partOf, partText ]\n" : "");
        Files.writeString(folder.resolve(name + ".map.yaml"), head + "  " + String.join("\n  ", rules) + "\n");
    }
}
