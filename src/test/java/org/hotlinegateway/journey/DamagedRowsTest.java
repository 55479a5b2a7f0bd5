package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.Damage;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.StoredDelivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows whose sealed bytes were damaged come to the desk with their reason, and hold up nothing but their own lane. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DamagedRowsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REASON = "{\"reason\":\"演练\"}";
    private static final String CODE = "DOES_NOT_OPEN";

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
    private World world;
    private int cases;

    @BeforeAll
    void start(@TempDir Path data) {
        world = new World(
                clock,
                data,
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "--gateway.flow.faults-before-parking=3",
                "--gateway.flow.sweep-every=200ms",
                "--gateway.ledger.ring-again-seconds=1");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void aMessageIsParkedAfterAFewTriesAndHealedByACopyOfTheWholeBody() {
        String caseNo = nextCaseNo();
        long id = parkedFor(caseNo);
        damage("message", "raw", "id = " + id);

        String replay = "/messages/" + id + "/replay";
        // The set that was just taken up tries what is parked again, too: then it is not parked for a while.
        world.awaitWithClock(
                clock,
                () -> group("MESSAGE") != null
                        || world.staff("POST", replay, REASON).statusCode() == 200);
        world.awaitWithClock(clock, () -> group("MESSAGE") != null);

        assertThat(world.ledger().message(id).orElseThrow().state()).isEqualTo(MessageState.PARKED);
        assertThat(group("MESSAGE").path("stage").asString()).isEqualTo("DECIDE");
        assertThat(get("/messages/parked").toString()).contains(CODE + ": the raw message ");
        assertThat(code(world.staff("GET", "/desk/messages/" + id + "/fields", "")))
                .isEqualTo("does-not-open");
        long copy = post("/desk/messages/" + id + "/copies", copyOf(Golden.caseLike(caseNo)), 201)
                .path("id")
                .asLong();
        assertThat(world.staff("second", "POST", "/desk/copies/" + copy + "/approve", REASON)
                        .statusCode())
                .isEqualTo(200);
        post(replay, REASON, 200);
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED").hasOrders(1);
    }

    @Test
    @Order(2)
    void aDeliveryIsHeldAndItsFeedGoesOnWithTheOthers() {
        hold("supervision", true);
        hold("hotline-legacy", true);
        String damaged = sent();
        String whole = sent();
        damage("event", "document", "case_id = (select id from cases where case_no = '" + damaged + "')");
        hold("supervision", false);
        hold("hotline-legacy", false);

        world.awaitWithClock(
                clock,
                () -> delivery(damaged, "hotline-legacy").state() == DeliveryState.HELD
                        && delivery(damaged, "supervision").state() == DeliveryState.HELD);

        assertThat(delivery(damaged, "hotline-legacy").lastCode()).isEqualTo(CODE);
        assertThat(delivery(whole, "supervision").state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        world.assertThatCase(whole).hasEvent("ORDER_LINKED").hasOrders(1);
        assertThat(group("DELIVERY").path("stage").asString()).isEqualTo("MAP");
        long id = delivery(damaged, "supervision").id();
        assertThat(code(world.staff("GET", "/deliveries/" + id + "/origins", "")))
                .isEqualTo("does-not-open");
        String item = "/desk/deliveries/" + id;
        assertThat(code(world.staff("GET", item + "/fields", ""))).isEqualTo("does-not-open");
        post(item + "/discard", REASON, 200);
    }

    @Test
    @Order(3)
    void whatACaseIsToHearIsParkedWhenItsRecordIsDamaged() {
        String caseNo = sent();
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED");
        damage("cases", "document", "case_no = '" + caseNo + "'");

        String supplement = Golden.supplementTo(caseNo, 2, "补充材料。");
        assertThat(world.peers().window().send(supplement).status()).isEqualTo(202);
        world.awaitWithClock(
                clock, () -> get("/messages/parked").toString().contains(CODE + ": the value of case:" + caseNo));
    }

    /** A message that waits for a code no table knows; its number. */
    private long parkedFor(String caseNo) {
        String message = Golden.caseLike(caseNo).replace("ORG-DQJD", "ORG-NOWHERE");
        assertThat(world.peers().window().send(message).status()).isEqualTo(202);
        await("it is parked", () -> get("/messages/parked").size() == 1);
        return world.ledger().messagesIn(MessageState.PARKED, 1).get(0).id();
    }

    private String sent() {
        String caseNo = nextCaseNo();
        assertThat(world.peers().window().send(Golden.caseLike(caseNo)).status())
                .isEqualTo(202);
        await("it is decided", () -> world.ledger().findCase(caseNo).isPresent());
        return caseNo;
    }

    private StoredDelivery delivery(String caseNo, String peer) {
        return world.ledger().deliveries(caseNo).stream()
                .filter(one -> one.peer().equals(peer))
                .findFirst()
                .orElseThrow();
    }

    private void damage(String table, String column, String where) {
        assertThat(Damage.to(world.ledger(), table, column, where)).isPositive();
    }

    private void hold(String peer, boolean held) {
        HttpResponse<byte[]> answer = world.staff(
                "PUT", "/peers/" + peer + "/settings/hold", "{\"value\":\"" + held + "\",\"reason\":\"演练\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private JsonNode group(String side) {
        return get("/desk/groups")
                .valueStream()
                .filter(group -> group.path("side").asString().equals(side))
                .filter(group -> group.path("code").asString().equals(CODE))
                .findFirst()
                .orElse(null);
    }

    private String nextCaseNo() {
        return "BBCS-442000002-20210908-1%03d".formatted(++cases);
    }

    private static String copyOf(String message) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("body", message)
                .put("reason", "原文损坏")
                .toString();
    }

    private JsonNode get(String path) {
        return World.json(world.staff("GET", path, "").body());
    }

    private JsonNode post(String path, String body, int status) {
        HttpResponse<byte[]> answer = world.staff("POST", path, body);
        assertThat(answer.statusCode())
                .as(path + " " + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return World.json(answer.body());
    }

    private static String code(HttpResponse<byte[]> answer) {
        return World.json(answer.body()).path("code").asString();
    }

    private static void await(String sentence, Callable<Boolean> holds) {
        Awaitility.await(sentence).atMost(SOON).until(holds);
    }
}
