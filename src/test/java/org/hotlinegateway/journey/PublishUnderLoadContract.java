package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.StoredDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While mapping sets are published one after the other under load, each order is written by one whole set, which its
 * delivery names, and none is lost. Every set writes its number into two fields, one by the mapping file and one by a
 * table, so that a mixture would show.
 */
abstract class PublishUnderLoadContract {
    private static final String ORDER = "hotline-legacy/case-event-to-hotline-legacy-order.map.yaml";
    private static final Pattern STAMPS = Pattern.compile("<SXMC>N(\\d+)</SXMC>.*<NRFL>N(\\d+)</NRFL>", Pattern.DOTALL);
    private static final int SENDERS = 64;
    private static final Logger LOG = LoggerFactory.getLogger(PublishUnderLoadContract.class);
    private static final int CASES_A_DAY = 9000;

    @TempDir
    Path folder;

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private Path mappings;
    private String template;

    abstract int publications();

    /** Messages a second. */
    abstract int rate();

    /** From one publication to the next; none when one follows the other at once. */
    abstract Duration every();

    @Test
    void noMessageIsMappedByAMixedSetAndNoneIsLost() throws Exception {
        mappings = folder.resolve("mappings");
        FolderCopy.of(Path.of("mappings"), mappings);
        template = Files.readString(mappings.resolve(ORDER));
        write(0);
        Path data = folder.resolve("data");
        try (World world = new World(
                new MovableClock("2021-09-08T15:53:01+08:00"),
                data,
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "--gateway.mappings-dir=" + mappings,
                "--gateway.mappings.reload=false")) {
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> load(world));
            publish(world);
            over.set(true);
            load.join();
            assertEachOrderIsWhole(world);
        }
    }

    private void publish(World world) throws IOException {
        long begin = System.nanoTime();
        for (int number = 1; number <= publications(); number++) {
            LockSupport.parkNanos(begin + every().toNanos() * number - System.nanoTime());
            write(number);
            world.mappings().lookAtFiles();
            world.mappings().lookAtFiles();
            assertThat(world.mappings().refused()).isEmpty();
            assertThat(world.mappings().live().number()).isEqualTo(number + 1);
        }
    }

    private void load(World world) {
        ExecutorService senders = new ThreadPoolExecutor(
                SENDERS,
                SENDERS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(SENDERS),
                new ThreadPoolExecutor.CallerRunsPolicy());
        long begin = System.nanoTime();
        for (int i = 0; !over.get(); i++) {
            LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(i) / rate() - System.nanoTime());
            int number = sent.incrementAndGet();
            senders.execute(() -> assertThat(world.peers()
                            .window()
                            .send(Golden.caseLike(caseNo(number)))
                            .status())
                    .isEqualTo(202));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        LOG.info("{} publications while {} cases came, {} a second", publications(), sent, sent.get() / seconds);
        senders.shutdown();
        try {
            assertThat(senders.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertEachOrderIsWhole(World world) {
        Awaitility.await("every case is at the hotline")
                .atMost(Duration.ofMinutes(5))
                .until(() -> world.peers().effects("hotline-legacy").size() == sent.get());
        world.awaitQuiet();
        Map<String, String> stampOf = new HashMap<>();
        world.matching("hotline-legacy", "<NRFL>").forEach(order -> {
            Matcher stamps = STAMPS.matcher(order.bodyText());
            assertThat(stamps.find()).as(order.bodyText()).isTrue();
            assertThat(stamps.group(1)).isEqualTo(stamps.group(2));
            stampOf.put(order.bodyText().replaceAll("(?s).*<WBBH>(.*)</WBBH>.*", "$1"), stamps.group(1));
        });
        List<String> digests = new ArrayList<>();
        for (int number = 1; number <= sent.get(); number++) {
            StoredDelivery told = order(world, number);
            digests.add(told.mappingDigest());
            assertThat(stamp(world, told.mappingDigest())).isEqualTo("N" + stampOf.get(caseNo(number)));
        }
        assertThat(digests.stream().distinct().count())
                .as("sets that wrote orders")
                .isGreaterThan(publications() / 2);
    }

    private static StoredDelivery order(World world, int number) {
        return world.ledger().deliveries(caseNo(number)).stream()
                .filter(delivery -> delivery.peer().equals("hotline-legacy"))
                .findFirst()
                .orElseThrow();
    }

    /** What the set with this digest, as it is kept, writes into both fields. */
    private static String stamp(World world, String digest) {
        byte[] table = world.mappings().files(digest).orElseThrow().get("tables/stamps.csv");
        return new String(table, UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",")[1];
    }

    private void write(int number) throws IOException {
        Files.writeString(mappings.resolve("tables/stamps.csv"), "channel,stamp\nWINDOW,N" + number + "\n");
        String stamped = template.substring(0, template.indexOf("\ntests:"))
                .replace("tables:\n", "tables:\n  stamp: tables/stamps.csv#channel->stamp\n")
                .replace("BODY.SXMC: case.matter.name", "BODY.SXMC: { const: N" + number + " }")
                .replaceAll("BODY.NRFL: .*", "BODY.NRFL: { from: case.channel, table: stamp }")
                .replace("unmapped: [ ", "unmapped: [ case.matter, ");
        Files.writeString(mappings.resolve(ORDER), stamped + "\n");
    }

    private static String caseNo(int number) {
        return "BBCS-442000002-202109%02d-%04d".formatted(8 + number / CASES_A_DAY, number % CASES_A_DAY);
    }
}
