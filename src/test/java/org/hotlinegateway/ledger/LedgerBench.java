package org.hotlinegateway.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages of 1.5 KB from 32 threads through the ledger alone; prints messages and CPU, promises nothing. */
@Tag("bench")
class LedgerBench {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerBench.class);
    private static final int THREADS = 32;
    private static final Duration ROUND = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private final AtomicLong keys = new AtomicLong();

    private static @Nullable EmbeddedPostgres postgres;

    static Stream<String> urls() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        return Stream.of("jdbc:sqlite:" + folder.resolve("bench.db"), postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    void messagesASecond(String url) throws InterruptedException {
        FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));
        try (SqlLedger ledger = SqlLedger.open(LedgerSettings.at(url), cipher, Clock.systemUTC(), cause -> {})) {
            round("warm-up", () -> accept(ledger));
            round("accept", () -> accept(ledger));
            round("accept, decide, claim, settle", () -> wholeWay(ledger));
        }
    }

    private void round(String name, Runnable once) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long cpu = cpuNanos();
        Instant end = Instant.now().plus(ROUND);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                while (Instant.now().isBefore(end)) {
                    once.run();
                    done.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        LOG.info(
                "{}: {}/s, {} us CPU a message in this process",
                name,
                done.get() / ROUND.toSeconds(),
                (cpuNanos() - cpu) / 1_000 / done.get());
    }

    private Acceptance accept(SqlLedger ledger) {
        String key = "W" + keys.incrementAndGet();
        return ledger.accept(Sample.message(key, key, "x".repeat(1_500))).join();
    }

    private void wholeWay(SqlLedger ledger) {
        Acceptance acceptance = accept(ledger);
        String caseNo = acceptance.receipt();
        ledger.write(tx -> {
                    tx.take(acceptance.messageId());
                    tx.insertCase(Sample.newCase(caseNo));
                    int seq = tx.appendEvent(caseNo, Sample.event(caseNo));
                    tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "CASE_REGISTERED", tx.now(), false));
                    tx.applied(acceptance.messageId());
                    return seq;
                })
                .join();
        long delivery = ledger.deliveries(caseNo).get(0).id();
        ClaimedDelivery claimed =
                ledger.claim(delivery, "bench", Duration.ofMinutes(1)).join().orElseThrow();
        Settlement settlement = new Settlement(
                Outcome.ACKNOWLEDGED,
                DeliveryState.ACKNOWLEDGED,
                null,
                null,
                null,
                "1",
                "digest",
                Instant.now(),
                Duration.ZERO);
        ledger.write(tx -> tx.settle(claimed, settlement)).join();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
