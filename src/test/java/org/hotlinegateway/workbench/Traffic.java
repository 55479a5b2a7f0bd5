package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.NewDelivery;
import org.hotlinegateway.ledger.NewEvent;
import org.hotlinegateway.ledger.NewMessage;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;

/** Recorded traffic in a ledger, and mapping sets in a folder, all invented. */
final class Traffic implements AutoCloseable {
    static final Instant NOON = Instant.parse("2021-09-08T04:00:00Z");
    static final String FILE = """
            language: 1
            mapping: t
            source: { format: json }
            target: { format: json }
            tables: { k: { A: "01", B: "02" } }
            rules:
              no: { from: no, required: true }
              kind: { from: kind, table: k }
              caller: requester.name
              phone: requester.phone
              text: { from: content, cut: 30 }
              at: { from: $now, date: "yyyy-MM-dd HH:mm:ss" }
              attempt: $attempt
              files:
                each: files
                rules:
                  id: id
            """;

    private final Path folder;
    private final SqlLedger ledger;
    private int accepted;

    Traffic(Path folder, String url, String keys) {
        this.folder = folder;
        FieldCipher cipher = new FieldCipher(KeyRing.parse(keys));
        this.ledger = SqlLedger.open(LedgerSettings.at(url), cipher, Clock.fixed(NOON, ZoneOffset.UTC), cause -> {});
    }

    static Traffic embedded(Path folder) {
        return embedded(folder, KeyRing.generate());
    }

    static Traffic embedded(Path folder, String keys) {
        return new Traffic(folder, "jdbc:sqlite:" + folder.resolve("ledger.db"), keys);
    }

    SqlLedger ledger() {
        return ledger;
    }

    /** The set of one file with a change. */
    MappingSet set(String before, String after) {
        try {
            Path files = Files.createTempDirectory(folder, "set");
            if (!FILE.contains(before)) {
                throw new AssertionError(before);
            }
            Files.writeString(files.resolve("t.map.yaml"), FILE.replace(before, after));
            return MappingSet.load(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MappingSet set() {
        return set("", "");
    }

    /** A message that came in a number of seconds after noon and was converted by a set. */
    long message(int second, String body, MappingSet set) {
        byte[] raw = bytes(body);
        String key = "W" + accepted++;
        long id = ledger.accept(new NewMessage(
                        "window",
                        "events",
                        key,
                        key,
                        raw,
                        "application/json",
                        "0",
                        NOON.plusSeconds(second),
                        null,
                        null))
                .join()
                .messageId();
        Conversion conversion = conversion(set, "W" + id, null);
        StoredMessage message = ledger.message(id).orElseThrow();
        ledger.write(tx -> {
                    tx.take(id);
                    tx.converted(message, List.of(conversion));
                    tx.applied(id);
                    return true;
                })
                .join();
        return id;
    }

    /** A delivery whose document is this body, acknowledged by this answer. */
    long delivery(String caseNo, String body, String answer, MappingSet set) {
        ledger.write(tx -> {
                    tx.insertCase(new StoredCase(0, caseNo, "ACCEPTED", "ZS-DQ", null, 0, bytes("{}"), NOON));
                    int seq = tx.appendEvent(caseNo, event(caseNo, body));
                    tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "PROGRESS", NOON, false));
                    return true;
                })
                .join();
        long id = ledger.deliveries(caseNo).get(0).id();
        ClaimedDelivery claimed =
                ledger.claim(id, "test", Duration.ofMinutes(1)).join().orElseThrow();
        List<Conversion> conversions = List.of(conversion(set, caseNo, null), conversion(set, caseNo, bytes(answer)));
        ledger.write(tx -> {
                    tx.converted(claimed, conversions);
                    return tx.settle(claimed, acknowledged());
                })
                .join();
        return id;
    }

    private static NewEvent event(String caseNo, String body) {
        return new NewEvent(
                "gateway", caseNo, "PROGRESS", null, "0", NOON, NOON, null, "ACCEPTED", false, null, 0, bytes(body));
    }

    private static Settlement acknowledged() {
        return new Settlement(
                Settlement.Outcome.ACKNOWLEDGED,
                DeliveryState.ACKNOWLEDGED,
                null,
                null,
                null,
                null,
                null,
                NOON,
                Duration.ZERO);
    }

    private static Conversion conversion(MappingSet set, String messageId, byte[] source) {
        Map<String, String> values = Map.of("messageId", messageId, "attempt", "1");
        return new Conversion("t", set.digest(), NOON, values, List.of(), source);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
