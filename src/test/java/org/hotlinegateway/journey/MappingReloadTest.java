package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.simulator.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An engineer edits the mapping files of a running gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MappingReloadTest {
    private static final String CASE = "BBCS-442000002-20210908-0016";
    private static final String ORDER = "0210908155301000001";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
    private Path mappings;
    private World world;
    private String first;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        mappings = folder.resolve("mappings");
        copy(Path.of("mappings"), mappings);
        replace("tables/causes.csv", "APPROVAL,审批环节,07", "APPROVAL,审批环节,");
        Path data = folder.resolve("data");
        world = new World(
                clock,
                data,
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "--gateway.mappings-dir=" + mappings,
                "--gateway.mappings.look-every=100ms");
        first = live();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void anUnknownCodeParksTheCaseAndMakesOneWorkItem() {
        world.peers().legacy().nextOrderNo(ORDER);
        String unknown = Golden.text("G1")
                .replace("\"region\":\"442000002000\"", "\"region\":\"442000902\"")
                .replace("\"MULTI_DEPT\"", "\"APPROVAL\"");
        assertThat(world.peers().window().send(unknown).status()).isEqualTo(202);

        JsonNode items = staff("/unmapped");
        assertThat(items.size()).as(items.toString()).isEqualTo(1);
        JsonNode item = items.get(0);
        assertThat(item.path("table").asString()).isEqualTo("region");
        assertThat(item.path("origin").asString()).startsWith("tables/regions.csv#");
        assertThat(item.path("code").asString()).isEqualTo("442000902");
        assertThat(item.path("count").asInt()).isEqualTo(1);
        JsonNode waiting = item.path("waiting").get(0);
        assertThat(waiting.path("path").asString()).isEqualTo("payload.place.regionCode");
        assertThat(waiting.path("samples").size()).isEqualTo(1);
        assertThat(item.toString()).doesNotContain("测试甲");
    }

    @Test
    @Order(2)
    void aBrokenEditLeavesTheLastGoodSetAndShowsTheProblemInItsPlace() throws IOException {
        String file = "window/window-event-to-case-event.map.yaml";
        replace(file, "hallCode: { if:", "hallCode: { iff:");
        await(
                "the problem is shown",
                () -> !staff("/mappings").path("rejected").isMissingNode()
                        && !staff("/mappings").path("rejected").isNull());
        JsonNode problem = staff("/mappings").path("rejected").path("problems").get(0);
        assertThat(problem.path("file").asString()).isEqualTo(file);
        assertThat(problem.path("line").asInt()).isGreaterThan(1);
        assertThat(problem.path("text").asString()).contains("'iff'", "'if'");
        assertThat(live()).isEqualTo(first);
        JsonNode health = world.health();
        assertThat(health.at("/components/mappings/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/mappings/details/running").asString()).isEqualTo(first);
        assertThat(health.at("/components/mappings/details/rejected/0").asString())
                .startsWith(file + ":");
        replace(file, "hallCode: { iff:", "hallCode: { if:");
        await(
                "the problem is gone",
                () -> world.health().at("/components/mappings/details/rejected").isMissingNode());
    }

    @Test
    @Order(3)
    void aNewRowReleasesTheCaseAndAnotherItsOrder() throws IOException {
        Files.writeString(
                mappings.resolve("tables/regions.csv"),
                "442000902,442000902000,新设街道,STREET,,,,\n",
                StandardOpenOption.APPEND);
        world.assertThatCase(CASE).isIn("HANDED_OFF");
        assertThat(live()).isNotEqualTo(first);
        await("the order is held for a row", () -> order().state() == DeliveryState.HELD);
        assertThat(order().lastText()).startsWith("table:cause;tables/causes.csv#cause->legacy;APPROVAL;");
        assertThat(staff("/unmapped").toString()).contains("\"side\":\"DELIVERY\"", "\"table\":\"cause\"");

        replace("tables/causes.csv", "APPROVAL,审批环节,", "APPROVAL,审批环节,07");
        world.assertThatCase(CASE).hasOrder(ORDER);
        assertThat(order().mappingDigest()).isEqualTo(live());
        assertThat(staff("/unmapped").size()).isZero();
    }

    @Test
    @Order(4)
    void oneCommandGoesBackToAnEarlierSet() {
        assertThat(world.staff("POST", "/mappings/rollback", "{\"digest\":\"" + "0".repeat(64) + "\",\"reason\":\"r\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.staff("POST", "/mappings/rollback", "{}").statusCode()).isEqualTo(400);
        var answer = world.staff(
                "POST", "/mappings/rollback", "{\"digest\":\"" + first.substring(0, 12) + "\",\"reason\":\"演练\"}");
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        JsonNode now = staff("/mappings");
        assertThat(now.path("live").path("digest").asString()).isEqualTo(first);
        assertThat(now.path("history").get(0).path("by").asString()).isEqualTo("staff");
        assertThat(now.path("history").size()).isEqualTo(4);
        assertThat(now.path("history").get(0).path("previous").asString())
                .isEqualTo(now.path("history").get(1).path("digest").asString());
        await(
                "the gateway says what it runs",
                () -> staff("/mappings")
                        .path("instances")
                        .get(0)
                        .path("digest")
                        .asString()
                        .equals(first));
    }

    @Test
    @Order(5)
    void anyTwoSetsCanBeCompared() {
        JsonNode difference = staff("/mappings/previous/diff/live");
        assertThat(difference
                        .path("files")
                        .valueStream()
                        .map(file -> file.path("file").asString()))
                .containsExactly("tables/causes.csv", "tables/regions.csv");
        assertThat(difference.path("files").get(0).path("rows").path("changed").toString())
                .isEqualTo("[{\"row\":\"cause=APPROVAL\",\"column\":\"legacy\",\"before\":\"07\",\"after\":\"\"}]");
        assertThat(world.staff("GET", "/mappings/live/diff/0123abcd", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    void aBrokenPolicyIsRefusedAndAGoodOneGoesLiveWithTheSet() throws IOException {
        replace("policy/closing.yaml", "archiveDays:", "archivDays:");
        await(
                "the policy is refused",
                () -> world.health()
                        .at("/components/mappings/details/rejected/0")
                        .asString("")
                        .startsWith("policy/closing.yaml:"));
        assertThat(live()).isEqualTo(first);
        replace("policy/closing.yaml", "archivDays:", "archiveDays:");
        await(
                "the problem is gone",
                () -> world.health().at("/components/mappings/details/rejected").isMissingNode());
    }

    /** Everything of several cases waits for one row; each case then goes on in the order its window told. */
    @Test
    @Order(7)
    void aRowReleasesEveryCaseItHeldEachInItsOrder() throws IOException {
        List<String> cases = IntStream.rangeClosed(1, 5)
                .mapToObj("BBCS-442000002-20210908-02%02d"::formatted)
                .toList();
        cases.forEach(caseNo -> send(registered(caseNo)));
        for (int version = 2; version <= 4; version++) {
            for (String caseNo : cases) {
                send(Golden.supplementTo(caseNo, version, supplementText(caseNo, version)));
            }
        }
        JsonNode item = staff("/unmapped").get(0);
        assertThat(item.path("code").asString()).isEqualTo("442000903");
        assertThat(item.path("count").asInt()).isEqualTo(cases.size());

        Files.writeString(
                mappings.resolve("tables/regions.csv"),
                "442000903,442000903000,新设街道二,STREET,,,,\n",
                StandardOpenOption.APPEND);
        for (String caseNo : cases) {
            world.taken("hotline-legacy", supplementText(caseNo, 4));
            assertThat(Stream.concat(
                                    Stream.of(taken("<WBBH>" + caseNo + "</WBBH>")),
                                    IntStream.rangeClosed(2, 4)
                                            .mapToObj(version -> taken(supplementText(caseNo, version))))
                            .toList())
                    .as(caseNo)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(staff("/unmapped").size()).isZero();
    }

    /** Number of the only message that the legacy hotline took with this text. */
    private long taken(String text) {
        List<Received> matching = world.matching("hotline-legacy", text);
        assertThat(matching).as(text).hasSize(1);
        return matching.get(0).number();
    }

    private void send(String message) {
        assertThat(world.peers().window().send(message).status()).isEqualTo(202);
    }

    private static String registered(String caseNo) {
        return Golden.caseLike(caseNo).replace("\"region\":\"442000002000\"", "\"region\":\"442000903\"");
    }

    private static String supplementText(String caseNo, int version) {
        return "补充" + version + "之" + caseNo;
    }

    private StoredDelivery order() {
        return world.ledger().deliveries(CASE).stream()
                .filter(delivery -> delivery.peer().equals("hotline-legacy"))
                .findFirst()
                .orElseThrow();
    }

    private String live() {
        return staff("/mappings").path("live").path("digest").asString();
    }

    private JsonNode staff(String path) {
        return World.json(world.staff("GET", path, "").body());
    }

    private static void await(String sentence, java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await(sentence).atMost(SOON).until(holds);
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = mappings.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
