package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.simulator.Effect;
import org.hotlinegateway.simulator.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A hotline of either dialect loses, invents and alters what it has from us; reconciliation over real HTTP finds all of it
 * and nothing else, cures what its policy allows, and finds nothing new when it runs again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconciliationTest {
    private static final String OUT_OF_SCOPE = "BBCS-442000002-20210902-0009";

    private final MovableClock clock = new MovableClock("2021-09-02T10:30:05+08:00");
    private World world;

    @BeforeAll
    void start(@TempDir Path dataDir) {
        world = new World(
                clock,
                dataDir,
                "jdbc:sqlite:" + dataDir.resolve("ledger.db"),
                "--gateway.reconciliation.look-every=50ms",
                "--gateway.peers.hotline.reconcile.page-size=3",
                "--gateway.peers.hotline-legacy.reconcile.page-size=3",
                "--gateway.peers.hotline.outbound.idempotent=false",
                "--gateway.peers.hotline.reconcile.lost=RESEND");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void allInjectedDifferencesAreFoundAndNothingElse() throws IOException {
        for (int i = 1; i <= 6; i++) {
            String caseNo = caseNo(i);
            register(caseNo, i);
            world.assertThatCase(caseNo).hasEvent("ORDER_LINKED");
            chase(caseNo, i);
        }
        world.peers().hotline().behave(Mode.RESET_AFTER_CREATE, 1, "");
        register(caseNo(7), 7);
        awaitHeld(caseNo(7));
        world.awaitQuiet();
        List<String> keys = world.peers().hotline().taken().keys();
        String lostAction =
                keys.stream().filter(key -> key.contains(caseNo(1))).findFirst().orElseThrow();
        String lostOrder = keys.stream()
                .filter(key -> key.startsWith("GW-2021"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        String struckOut =
                keys.stream().filter(key -> key.contains(caseNo(3))).findFirst().orElseThrow();
        String altered =
                keys.stream().filter(key -> key.contains(caseNo(4))).findFirst().orElseThrow();
        String doubled =
                keys.stream().filter(key -> key.contains(caseNo(5))).findFirst().orElseThrow();
        var hotline = world.peers().hotline();
        hotline.lose(lostAction);
        hotline.lose(lostOrder);
        hotline.taken().strikeOut(struckOut);
        hotline.taken().alter(altered, "GD-OTHER");
        hotline.taken().invent(doubled, "GD-SECOND", clock.instant());
        hotline.taken().invent("GW-NOBODY-SENT-THIS", "GD-X", clock.instant());

        clock.moveTo("2021-09-02T13:00:00+08:00");
        reconcile("hotline");

        Map<String, String> expected = new TreeMap<>(Map.of(
                lostAction,
                "OURS_ONLY CURED",
                lostOrder,
                "OURS_ONLY OPEN",
                struckOut,
                "DIFFERENT OPEN",
                altered,
                "DIFFERENT OPEN",
                doubled,
                "DIFFERENT OPEN",
                "GW-NOBODY-SENT-THIS",
                "THEIRS_ONLY OPEN"));
        String unknown = keys.get(keys.size() - 1);
        expected.put(unknown, "DIFFERENT CURED");
        assertThat(findings("hotline")).isEqualTo(expected);
        world.assertThatCase(caseNo(7)).hasEvent("ORDER_LINKED").everythingIsAcknowledged();
        world.awaitQuiet();
        assertThat(hotline.taken().keys()).contains(lostAction);
        assertThat(hotline.effects().values()).extracting(Effect::effects).containsOnly(1);
    }

    @Test
    @Order(2)
    void aSecondRunChangesNothing() {
        clock.moveTo("2021-09-02T16:00:00+08:00");
        Map<String, String> before = findings("hotline");
        Map<String, Effect> effects = world.peers().hotline().effects();
        reconcile("hotline");
        world.awaitQuiet();
        assertThat(findings("hotline")).isEqualTo(before);
        assertThat(world.peers().hotline().effects()).isEqualTo(effects);
    }

    @Test
    @Order(3)
    void staffDecideWithAReasonAndWhatTheyDismissStaysDismissed() {
        JsonNode invented = finding("GW-NOBODY-SENT-THIS");
        String path = "/reconciliations/findings/" + invented.path("id").asLong();
        assertThat(world.staff("POST", path + "/dismiss", "{}").statusCode()).isEqualTo(400);
        assertThat(world.staff("POST", path + "/resend", "{\"reason\":\"再发\"}").statusCode())
                .isEqualTo(409);
        JsonNode done = World.json(world.staff("POST", path + "/dismiss", "{\"reason\":\"热线自己录的\"}")
                .body());
        assertThat(done.path("state").asString()).isEqualTo("DISMISSED");
        assertThat(done.path("doneBy").asString()).isEqualTo("staff");

        clock.moveTo("2021-09-02T19:00:00+08:00");
        reconcile("hotline");
        assertThat(findings("hotline")).containsEntry("GW-NOBODY-SENT-THIS", "THEIRS_ONLY DISMISSED");
    }

    @Test
    @Order(4)
    void theLegacyHotlineIsReadByConfirmingPageByPage() throws IOException {
        clock.moveTo("2021-09-08T15:53:02+08:00");
        String created = sample("case-created");
        for (int i = 1; i <= 5; i++) {
            String caseNo = "BBCS-442000002-20210908-101" + i;
            post(created.replace("BBCS-442000002-20210908-0016", caseNo)
                    .replace("W20210908155300-0016", "W20210908155300-101" + i));
            world.assertThatCase(caseNo).hasEvent("ORDER_LINKED");
        }
        world.awaitQuiet();
        List<String> keys = world.peers().legacy().taken().keys();
        assertThat(keys).hasSize(5);
        world.peers().legacy().lose(keys.get(2));
        world.peers().legacy().taken().invent("W-NOBODY", "GD-Y", clock.instant());

        clock.moveTo("2021-09-08T18:00:00+08:00");
        JsonNode run = reconcile("hotline-legacy");

        assertThat(run.path("pages").asInt()).isEqualTo(3);
        assertThat(run.path("matched").asInt()).isEqualTo(4);
        assertThat(findings("hotline-legacy"))
                .isEqualTo(Map.of(keys.get(2), "OURS_ONLY OPEN", "W-NOBODY", "THEIRS_ONLY OPEN"));
    }

    @Test
    @Order(5)
    void everyDayRunsByItselfOnceAndAPeerWithoutAListIsNamed() {
        clock.moveTo("2021-09-09T03:31:00+08:00");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> runs().stream()
                        .anyMatch(run -> run.path("name").asString().equals("daily/hotline-legacy/2021-09-09")
                                && run.path("state").asString().equals("DONE")));
        JsonNode overview =
                World.json(world.staff("GET", "/reconciliations", "").body());
        assertThat(overview.path("withoutList").toString()).contains("window", "supervision");
        String wanted = "{\"peer\":\"window\",\"since\":\"2021-09-02T00:00:00+08:00\","
                + "\"until\":\"2021-09-03T00:00:00+08:00\",\"reason\":\"试\"}";
        assertThat(world.staff("POST", "/reconciliations", wanted).statusCode()).isEqualTo(400);
    }

    @Test
    @Order(6)
    void aPeerThatDoesNotAnswerIsAskedAgainLater() {
        clock.moveTo("2021-09-09T10:00:00+08:00");
        world.peers().hotline().behave(Mode.HTTP_500);
        JsonNode run = start("hotline");
        long id = run.path("id").asLong();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> run(id).path("tries").asInt() == 1);
        assertThat(run(id).path("problem").asString()).contains("list");
        world.peers().hotline().behave(Mode.OK);
        clock.moveTo("2021-09-09T10:05:00+08:00");
        awaitDone(id);
    }

    private JsonNode reconcile(String peer) {
        return awaitDone(start(peer).path("id").asLong());
    }

    private JsonNode start(String peer) {
        String day = clock.instant().atZone(clock.getZone()).toLocalDate().toString();
        String wanted = "{\"peer\":\"" + peer + "\",\"since\":\"" + day + "T00:00:00+08:00\",\"until\":\"" + day
                + "T23:59:59+08:00\",\"reason\":\"核对\"}";
        var answer = world.staff("POST", "/reconciliations", wanted);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(202);
        return World.json(answer.body());
    }

    private JsonNode awaitDone(long id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(id).path("state").asString().equals("DONE"));
        return run(id);
    }

    private JsonNode run(long id) {
        return World.json(world.staff("GET", "/reconciliations/" + id, "").body());
    }

    private List<JsonNode> runs() {
        return list(
                World.json(world.staff("GET", "/reconciliations", "").body()).path("runs"));
    }

    private Map<String, String> findings(String peer) {
        Map<String, String> found = new TreeMap<>();
        all(peer)
                .forEach(one -> found.put(
                        one.path("key").asString(),
                        one.path("kind").asString() + " " + one.path("state").asString()));
        return found;
    }

    private JsonNode finding(String key) {
        return all("hotline").stream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> all(String peer) {
        return list(World.json(world.staff("GET", "/reconciliations/findings?open=false&peer=" + peer, "")
                .body()));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void awaitHeld(String caseNo) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        new String(world.staff("GET", "/deliveries/held", "").body(), UTF_8).contains(caseNo));
    }

    private static String caseNo(int i) {
        return "BBCS-442000002-20210902-100" + i;
    }

    private void register(String caseNo, int i) throws IOException {
        post(sample("out-of-scope")
                .replace(OUT_OF_SCOPE, caseNo)
                .replace("W20210902103000-0009", "W20210902103000-100" + i));
    }

    /** A chaser of the window becomes an action at the hotline. */
    private void chase(String caseNo, int i) {
        post("{\"msgId\":\"W20210902110000-200" + i + "\",\"event\":\"URGE\",\"version\":9,"
                + "\"occurredAt\":\"2021-09-02T10:30:06+08:00\",\"caseNo\":\"" + caseNo + "\",\"count\":1}");
        world.taken("hotline", "URGE", caseNo);
    }

    private void post(String message) {
        var reply = world.peers().window().send(message);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("mappings/samples/window-event-to-case-event/" + name + ".in.json"), UTF_8);
    }
}
