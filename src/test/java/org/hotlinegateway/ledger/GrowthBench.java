package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotlinegateway.crash.GatewayProcess;
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

/**
 * A ledger of a million rows beside one of ten thousand, asked in turns in the same run: a claim and a case's look-up
 * should cost the same, whether the case is one of the newest or of any time, whether its row is asked for or its page
 * at the door. Rows are asked for often before it counts. Both are asked one after the other, again and again, so that
 * what others do on the machine meets both: prints the median of these ratios beside its limit; fails when a claim or a case is missing.
 */
@Tag("bench")
class GrowthBench {
    private static final Logger LOG = LoggerFactory.getLogger(GrowthBench.class);
    private static final int ROWS_A_CASE = 4;
    private static final int FEW = 10_000 / ROWS_A_CASE;
    private static final int MANY = Integer.getInteger("bench.rows", 1_000_000) / ROWS_A_CASE;
    private static final int A_UNIT = 500;
    private static final int CLAIMS = 1_000;
    private static final int LOOK_UPS = 4_000;
    private static final int QUESTIONS = 400;
    private static final int CLAIM_ROUNDS = 9;
    private static final int ROUNDS = 45;
    private static final double LIMIT = 1.2;
    private static final long SEED = 20_210_908;
    private static final byte[] DOCUMENT =
            Sample.bytes("{\"caseNo\":\"x\",\"description\":\"%s\"}".formatted("a".repeat(1_600)));

    /** Enough for the tables, as the handbook asks. */
    private static final String BUFFERS = "2GB";

    @TempDir
    static Path folder;

    private static @Nullable EmbeddedPostgres postgres;

    private final String keys = KeyRing.generate();
    private final FieldCipher cipher = new FieldCipher(KeyRing.parse(keys));
    private final Random random = new Random(SEED);

    static Stream<List<String>> pairs() {
        postgres = PostgresServer.start(BUFFERS);
        return Stream.of(
                List.of(
                        "jdbc:sqlite:" + folder.resolve("few/ledger.db"),
                        "jdbc:sqlite:" + folder.resolve("many/ledger.db")),
                List.of(PostgresServer.newDatabase(postgres), PostgresServer.newDatabase(postgres)));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMillionRowsCostWhatTenThousandDo(List<String> urls) throws SQLException {
        try (Filled few = new Filled(urls.get(0), FEW);
                Filled many = new Filled(urls.get(1), MANY)) {
            List<Long> claimsOfFew = new ArrayList<>();
            List<Long> claimsOfMany = new ArrayList<>();
            List<Long> looksAtFew = new ArrayList<>();
            List<Long> looksAtMany = new ArrayList<>();
            List<Long> looksAnywhereInFew = new ArrayList<>();
            List<Long> looksAnywhereInMany = new ArrayList<>();
            for (int round = 0; round < CLAIM_ROUNDS; round++) {
                claimsOfFew.add(few.claims());
                claimsOfMany.add(many.claims());
            }
            few.warmUp();
            many.warmUp();
            for (int round = 0; round < ROUNDS; round++) {
                looksAtFew.add(few.lookUps(FEW));
                looksAtMany.add(many.lookUps(FEW));
                looksAnywhereInFew.add(few.lookUps(FEW));
                looksAnywhereInMany.add(many.lookUps(MANY));
            }
            List<Long> askedOfFew = new ArrayList<>();
            List<Long> askedOfMany = new ArrayList<>();
            try (Door ofFew = few.door();
                    Door ofMany = many.door()) {
                for (int round = 0; round < ROUNDS; round++) {
                    askedOfFew.add(ofFew.questions(FEW));
                    askedOfMany.add(ofMany.questions(MANY));
                }
            }
            String kind = urls.get(0).split(":")[1];
            LOG.info("{}: {} rows beside {} rows", kind, many.rows(), few.rows());
            say(kind + " claim", claimsOfFew, claimsOfMany, CLAIMS);
            say(kind + " look-up of a case of late", looksAtFew, looksAtMany, LOOK_UPS);
            say(kind + " look-up of a case of any time", looksAnywhereInFew, looksAnywhereInMany, LOOK_UPS);
            say(kind + " question at the door after a case of any time", askedOfFew, askedOfMany, QUESTIONS);
        }
    }

    private static void say(String what, List<Long> few, List<Long> many, int calls) {
        List<Double> ratios = IntStream.range(0, few.size())
                .mapToObj(i -> (double) many.get(i) / few.get(i))
                .toList();
        LOG.info(String.format(
                "%s: %.1f us with few rows, %.1f us with many; ratio %.2f of at most %.1f",
                what, median(few) / 1e3 / calls, median(many) / 1e3 / calls, median(ratios), LIMIT));
    }

    private static <T extends Number & Comparable<T>> double median(List<T> values) {
        return values.stream()
                .sorted()
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow()
                .doubleValue();
    }

    /** A ledger with so many cases, each a message, a case, an event and a delivery; a thousand are not decided. */
    private final class Filled implements AutoCloseable {
        private final String url;
        private final List<Long> undecided = new ArrayList<>();
        private SqlLedger ledger;
        private int cases;

        Filled(String url, int wanted) throws SQLException {
            this.url = url;
            this.ledger = open();
            addUntil(wanted - CLAIMS);
            aside("update delivery set state = 'ACKNOWLEDGED', settled_at = created_at");
            addUntil(wanted);
            if (url.startsWith("jdbc:postgresql:")) {
                aside("vacuum analyze");
                aside("checkpoint");
            }
            for (int i = wanted - CLAIMS; i < wanted; i++) {
                undecided.add(ledger.deliveries(caseNo(i)).get(0).id());
            }
        }

        private void addUntil(int wanted) {
            while (cases < wanted) {
                add(Math.min(A_UNIT, wanted - cases));
            }
        }

        private SqlLedger open() {
            return SqlLedger.open(LedgerSettings.at(url), cipher, Clock.systemUTC(), cause -> {});
        }

        private void add(int count) {
            List<CompletableFuture<Acceptance>> messages = new ArrayList<>();
            List<String> added = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String caseNo = caseNo(cases++);
                added.add(caseNo);
                messages.add(ledger.accept(Sample.message(caseNo, caseNo, "a message")));
            }
            List<Long> ids =
                    messages.stream().map(one -> one.join().messageId()).toList();
            ledger.write(tx -> {
                        for (int i = 0; i < count; i++) {
                            open(tx, ids.get(i), added.get(i));
                        }
                        return true;
                    })
                    .join();
        }

        private void open(LedgerTx tx, long message, String caseNo) {
            tx.insertCase(Sample.newCase(caseNo, DOCUMENT));
            int seq = tx.appendEvent(caseNo, Sample.event(caseNo));
            tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "CASE_REGISTERED", tx.now(), false));
            tx.applied(message);
        }

        /** While it is closed: an embedded ledger lets nobody else write. */
        private void aside(String sql) throws SQLException {
            ledger.close();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
            ledger = open();
        }

        /** Nanoseconds for claiming the only delivery of each of a thousand cases, whose leases then end. */
        long claims() throws SQLException {
            long begin = System.nanoTime();
            long claimed =
                    undecided.stream().map(id -> ledger.claim(id, "bench", Duration.ofHours(1))).toList().stream()
                            .filter(claim -> claim.join().isPresent())
                            .count();
            long nanos = System.nanoTime() - begin;
            assertThat(claimed).isEqualTo(CLAIMS);
            aside("update delivery set state = 'READY', lease_until = null where state = 'CLAIMED'");
            return nanos;
        }

        /** As often in both, and as often as the larger has cases, as in a gateway that has run for some time. */
        void warmUp() {
            for (int round = 0; round < MANY / LOOK_UPS; round++) {
                lookUps(cases);
            }
        }

        /** Nanoseconds for finding some of the newest cases. */
        long lookUps(int newest) {
            long begin = System.nanoTime();
            for (int i = 0; i < LOOK_UPS; i++) {
                assertThat(ledger.findCase(caseNo(cases - 1 - random.nextInt(newest))))
                        .isPresent();
            }
            return System.nanoTime() - begin;
        }

        /** A gateway over this ledger, which nothing waits in any more. */
        Door door() throws SQLException {
            aside("update delivery set state = 'ACKNOWLEDGED', settled_at = created_at where settled_at is null");
            ledger.close();
            return new Door(url, cases);
        }

        private static String caseNo(int number) {
            return "BBCS-442000002-20210908-" + number;
        }

        long rows() throws SQLException {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select (select count(*) from message)"
                            + " + (select count(*) from cases) + (select count(*) from event)"
                            + " + (select count(*) from delivery)")) {
                result.next();
                return result.getLong(1);
            }
        }

        @Override
        public void close() {
            ledger.close();
        }
    }

    /** A gateway in a process of its own, asked for cases as a window asks. */
    private final class Door implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final GatewayProcess gateway;
        private final int cases;

        Door(String url, int cases) {
            this.cases = cases;
            this.gateway = new GatewayProcess(
                            folder.resolve("door-of-" + cases + "-" + url.split(":")[1]),
                            1,
                            "--gateway.ledger.url=" + url,
                            "--gateway.keys=" + keys)
                    .inJvm(List.of("-Xmx512m", "-XX:+UseSerialGC"))
                    .start();
        }

        /** Nanoseconds for asking for some of the newest cases, one after the other. */
        long questions(int newest) {
            long begin = System.nanoTime();
            for (int i = 0; i < QUESTIONS; i++) {
                String caseNo = Filled.caseNo(cases - 1 - random.nextInt(newest));
                assertThat(answer("/api/v1/cases/" + caseNo)).contains(caseNo, "\"deliveries\":[{");
            }
            return System.nanoTime() - begin;
        }

        private String answer(String path) {
            HttpRequest question = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                    .header("Authorization", "Bearer demo-window")
                    .build();
            try {
                return http.send(question, HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            gateway.close();
        }
    }
}
