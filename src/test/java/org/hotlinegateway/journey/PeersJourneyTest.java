package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.simulator.Mode;
import org.hotlinegateway.simulator.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Staff hold, release and limit a peer while the gateway runs, each with a reason that is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeersJourneyTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CASE = "BBCS-442000114-20210625-0001";

    private final MovableClock clock = new MovableClock("2021-06-25T10:13:20+08:00");
    private World world;

    @BeforeAll
    void start(@TempDir Path dataDir) {
        world = new World(
                clock,
                dataDir,
                "jdbc:sqlite:" + dataDir.resolve("ledger.db"),
                "--gateway.peers.hotline.outbound.idempotent=false",
                "--gateway.peers.hotline.outbound.query=hotline-query");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void aHeldPeerGetsNothingUntilItIsReleasedAndOthersAreServed() {
        assertThat(set("hold", "{\"value\":\"true\",\"reason\":\"对方今晚升级\"}").statusCode())
                .isEqualTo(200);
        Reply receipt = world.peers().appointment().alert(Golden.text("G7"));
        assertThat(World.json(receipt).path("status").asString()).isEqualTo("1");
        world.taken("window", CASE, "CASE_CREATED");
        Awaitility.await("the order waits")
                .atMost(SOON)
                .until(() -> here().path("waiting").asInt() == 1);
        assertThat(here().path("state").asString()).isEqualTo("HELD");
        assertThat(world.matching("hotline", "orderKind")).isEmpty();

        assertThat(set("hold", "{\"reason\":\"升级完了\"}").statusCode()).isEqualTo(200);
        world.taken("hotline", CASE, "orderKind");
        Awaitility.await("nothing waits")
                .atMost(SOON)
                .until(() -> here().path("waiting").asInt() == 0);
        world.assertThatCase(CASE).everythingIsAcknowledged();
    }

    @Test
    @Order(2)
    void aLimitIsInForceAtOnceAndEveryChangeIsListedWithItsReason() {
        set("rate", "{\"value\":\"2.5\",\"reason\":\"对方要求\"}");
        assertThat(here().path("rate").asDouble()).isEqualTo(2.5);
        assertThat(peer().path("set").get(0).path("name").asString()).isEqualTo("rate");
        JsonNode changes =
                World.json(world.staff("GET", "/peers/hotline/changes", "").body());
        assertThat(changes.size()).isEqualTo(3);
        JsonNode last = changes.get(0);
        assertThat(last.path("name").asString()
                        + last.path("was")
                        + last.path("becomes").asString())
                .isEqualTo("ratenull2.5");
        assertThat(last.path("by").asString()).isEqualTo("staff");
        assertThat(last.path("reason").asString()).isEqualTo("对方要求");
        assertThat(changes.get(1).path("was").asString()).isEqualTo("true");
        set("rate", "{\"reason\":\"照旧\"}");
        assertThat(here().path("rate").asDouble()).isZero();
    }

    @Test
    @Order(3)
    void aMaintenanceWindowIsKeptToAndShown() {
        set("maintenance", "{\"value\":\"10:00/11:00\",\"reason\":\"对方通知\"}");
        assertThat(here().path("state").asString()).isEqualTo("MAINTENANCE");
        assertThat(here().path("until").asString()).isEqualTo("2021-06-25T03:00:00Z");
        clock.moveTo("2021-06-25T11:00:00+08:00");
        assertThat(here().path("state").asString()).isNotEqualTo("MAINTENANCE");
    }

    @Test
    @Order(4)
    void whatCannotBeSetIsToldAndChangesNothing() {
        assertRefused(set("rate", "{\"value\":\"5\"}"), 400, "reason-required");
        assertRefused(set("rate", "{\"value\":\"fast\",\"reason\":\"x\"}"), 400, "malformed");
        assertRefused(set("maintenance", "{\"value\":\"night\",\"reason\":\"x\"}"), 400, "malformed");
        assertRefused(set("colour", "{\"value\":\"5\",\"reason\":\"x\"}"), 404, "not-found");
        assertRefused(world.staff("GET", "/peers/nobody", ""), 404, "not-found");
        assertRefused(world.staff("GET", "/peers/nobody/changes", ""), 404, "not-found");
        assertThat(World.json(world.staff("GET", "/peers", "").body()).size()).isEqualTo(6);
    }

    @Test
    @Order(5)
    void anOrderThatWasMadeWithoutAnAnswerIsAskedAboutAndNotMadeTwice() {
        world.peers().hotline().behave(Mode.RESET_AFTER_CREATE, 1, "");
        String caseNo = alert("t-8840", "开具住房证明", "0004", 2);
        world.awaitWithClock(
                clock, () -> world.caseAtTheWindow(caseNo).toString().contains("orderNo"));
        assertThat(ordersMade(caseNo)).isEqualTo(1);
        assertThat(world.matching("hotline", caseNo, "orderKind")).hasSize(1);
    }

    @Test
    @Order(6)
    void anOrderThatNeverArrivedIsAskedAboutAndSentAgain() {
        world.peers().hotline().behave(Mode.DOWN, 1, "");
        String caseNo = alert("t-8815", "居民身份证补领", "0005", 3);
        world.awaitWithClock(
                clock, () -> world.caseAtTheWindow(caseNo).toString().contains("orderNo"));
        assertThat(ordersMade(caseNo)).isEqualTo(1);
    }

    /** An alert of the same hall for another task type; the number of the case that it becomes. */
    private String alert(String code, String name, String id, int number) {
        world.peers()
                .appointment()
                .alert(Golden.text("G7")
                        .replace("t-8831", code)
                        .replace("领取营业执照", name)
                        .replace("442000114-0003", "442000114-" + id));
        return CASE.substring(0, CASE.length() - 1) + number;
    }

    private long ordersMade(String caseNo) {
        return world.peers().hotline().effects().entrySet().stream()
                .filter(effect -> effect.getKey().startsWith(caseNo + "/"))
                .mapToLong(effect -> effect.getValue().effects())
                .sum();
    }

    private HttpResponse<byte[]> set(String name, String body) {
        return world.staff("PUT", "/peers/hotline/settings/" + name, body);
    }

    private JsonNode peer() {
        return World.json(world.staff("GET", "/peers/hotline", "").body());
    }

    private JsonNode here() {
        return peer().path("here");
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(World.json(answer.body()).path("code").asString()).isEqualTo(code);
    }
}
