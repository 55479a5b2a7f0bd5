package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.NewMessage;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A preview of 10,000 recorded messages by the shipped mappings; the groups are asserted, time and heap printed. */
@Tag("bench")
class PreviewBench {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewBench.class);
    private static final int MESSAGES = 10_000;
    private static final int CHANGED_EVERY = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long HEAP_LIMIT = 256L << 20;
    private static final Instant NOON = Instant.parse("2021-09-08T04:00:00Z");
    private static final String FILE = "window/window-event-to-case-event.map.yaml";
    private static final String SAMPLES = "mappings/samples/window-event-to-case-event/";

    @TempDir
    Path folder;

    @Test
    void tenThousandMessages() throws IOException {
        MappingSet live = MappingSet.load(Path.of("mappings"));
        MappingSet candidate = candidate();
        LedgerSettings settings = LedgerSettings.at("jdbc:sqlite:" + folder.resolve("ledger.db"));
        FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));
        try (SqlLedger ledger = SqlLedger.open(settings, cipher, Clock.systemUTC(), cause -> {})) {
            record(ledger, live);
            long before = heap();
            HeapWatch watch = new HeapWatch();
            Instant start = Instant.now();
            PreviewResult result = new Preview(
                            ledger.recordings(),
                            conversion -> Optional.of(live),
                            candidate,
                            Period.before(NOON.plusSeconds(86_400)))
                    .run(watch);
            Duration took = Duration.between(start, Instant.now());

            assertThat(result.compared()).isEqualTo(MESSAGES);
            assertThat(result.changed()).isEqualTo(MESSAGES / CHANGED_EVERY);
            assertThat(result.unchanged()).isEqualTo(MESSAGES - MESSAGES / CHANGED_EVERY);
            assertThat(result.changes())
                    .extracting(change -> change.field() + " " + change.count())
                    .containsExactly("payload.supplement 1000");
            long grown = Math.max(0, watch.most - before);
            LOG.info(
                    "{} messages in {} ms, {} of the limit of {} s; heap grew by {} MB at most, {} of the limit of {}"
                            + " MB",
                    MESSAGES,
                    took.toMillis(),
                    (double) took.toMillis() / LIMIT.toMillis(),
                    LIMIT.toSeconds(),
                    grown >> 20,
                    (double) grown / HEAP_LIMIT,
                    HEAP_LIMIT >> 20);
        }
    }

    /** Looks at the live heap every thousand messages, after a collection. */
    private static final class HeapWatch extends PreviewProgress {
        private long most;

        @Override
        void done() {
            super.done();
            if (doneSoFar() % 1000 == 0) {
                most = Math.max(most, heap());
            }
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private MappingSet candidate() throws IOException {
        Path files = folder.resolve("mappings");
        try (Stream<Path> all = Files.walk(Path.of("mappings"))) {
            for (Path file : all.toList()) {
                Files.copy(
                        file, files.resolve(Path.of("mappings").relativize(file).toString()));
            }
        }
        String text = Files.readString(files.resolve(FILE));
        String rule = "payload.supplement: { from: supplement, ";
        assertThat(text).contains(rule);
        Files.writeString(files.resolve(FILE), text.replace(rule, rule + "prefix: 补, "));
        return MappingSet.load(files);
    }

    private static void record(SqlLedger ledger, MappingSet live) throws IOException {
        byte[] plain = Files.readAllBytes(Path.of(SAMPLES + "case-created.in.json"));
        byte[] supplemented = Files.readAllBytes(Path.of(SAMPLES + "supplement.in.json"));
        Conversion conversion = new Conversion(
                "window-event-to-case-event", live.digest(), NOON, Map.of("messageId", "W"), List.of(), null);
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            String key = "W" + i;
            byte[] raw = i % CHANGED_EVERY == 0 ? supplemented : plain;
            Instant at = NOON.plusSeconds(i);
            all.add(ledger.accept(new NewMessage(
                    "window",
                    "events",
                    key,
                    key,
                    raw,
                    "application/json",
                    "0",
                    at,
                    "PARKED",
                    null,
                    List.of(conversion))));
            if (all.size() == 1000) {
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
                all.clear();
            }
        }
    }
}
