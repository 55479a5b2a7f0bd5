package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.simulator.Mode;
import org.hotlinegateway.simulator.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is wrong from outside gets a clear answer, and nothing of it is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String START = "2021-09-08T15:53:01+08:00";
    private static final String LATER = "2021-09-08T16:53:01+08:00";

    private final MovableClock clock = new MovableClock(START);
    private World world;
    private int cases = 100;

    @BeforeAll
    void start(@TempDir Path dataDir) {
        world = new World(clock, dataDir, "jdbc:sqlite:" + dataDir.resolve("ledger.db"));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @BeforeEach
    void everybodyBehaves() {
        world.peers().legacy().behave(Mode.OK);
        world.awaitQuiet();
        clock.moveTo(START);
    }

    @Test
    void aCallbackForAnUnknownOrderWaitsUntilTheOrderIsLinked() {
        String order = "210908000020099-01";
        String caseNo = "BBCS-442000114-20210908-0001";
        Reply reply =
                world.peers().hotline().callback(order, "ASSIGN", Map.of("organizationCode", "11442000MB0000027W"));
        assertThat(World.json(reply).path("success").asBoolean()).isTrue();
        assertThat(parked(one -> text(one, "waitingOn").equals("order:hotline:" + order))
                        .path("reason")
                        .asString(""))
                .startsWith("ORDER_UNKNOWN");

        world.peers().hotline().nextOrderNo(order);
        world.peers()
                .appointment()
                .alert(Golden.text("G7").replace("2021-06-25", "2021-09-08").replace("20210625", "20210908"));

        world.assertThatCase(caseNo).hasOrder(order).isIn("ASSIGNED");
        assertThat(staff("/messages/parked").toString()).doesNotContain(order);
    }

    @Test
    void anUnknownCodeIsTakenAndParkedUnderItsTable() {
        assertThatItIsTakenAndParked(
                Golden.caseLike(nextCaseNo()).replace("\"MATERIAL\"", "\"BEWITCHED\""),
                "table:cause;tables/causes.csv#cause->cause;BEWITCHED;payload.causes");
    }

    @Test
    void anUnknownUnitIsTakenAndParkedUnderItsTable() {
        assertThatItIsTakenAndParked(
                Golden.caseLike(nextCaseNo()).replace("ORG-DQJD", "ORG-NOWHERE"),
                "table:unit;tables/units.csv#code->code;ORG-NOWHERE;payload.hostUnit");
    }

    private void assertThatItIsTakenAndParked(String message, String table) {
        Reply reply = world.peers().window().send(message);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        String receipt = World.json(reply).path("receipt").asString("");
        JsonNode parked = parked(one -> text(one, "receipt").equals(receipt));
        assertThat(text(parked, "waitingOn")).isEqualTo(table);
        assertThat(parked.toString()).doesNotContain("测试甲", "13800000000");

        HttpResponse<byte[]> replayed =
                world.staff("POST", "/messages/" + parked.path("id").asLong() + "/replay", "{\"reason\":\"再试一次\"}");
        assertThat(replayed.statusCode()).isEqualTo(200);
        world.awaitQuiet();
        assertThat(text(parked(one -> text(one, "receipt").equals(receipt)), "reason"))
                .contains("TABLE_MISS");
    }

    @Test
    void whileAPeerIsDownItsLaneWaitsAndOtherPeersHear() {
        world.peers().legacy().behave(Mode.DOWN);
        String caseNo = send();
        world.taken("window", caseNo, "CASE_ACCEPTED");
        world.taken("supervision", caseNo, "CLOCK_START");
        assertThat(delivery(caseNo, "hotline-legacy", "READY").path("attempts").asInt())
                .isPositive();

        world.peers().legacy().behave(Mode.OK);
        clock.moveTo(LATER);
        world.assertThatCase(caseNo).hasOrders(1).hasEvent("ORDER_LINKED").everythingIsAcknowledged();
    }

    @Test
    void aCaseThatWaitsLetsOtherCasesOfTheSamePeerPass() {
        world.peers().legacy().behave(Mode.HTTP_503, 1, "");
        String waiting = send();
        delivery(waiting, "hotline-legacy", "READY");
        String passing = send();
        world.assertThatCase(passing).hasEvent("ORDER_LINKED");

        clock.moveTo(LATER);
        world.assertThatCase(waiting).hasEvent("ORDER_LINKED").everythingIsAcknowledged();
    }

    @Test
    void whatWasDecidedBeforeTheOrderHadItsNumberReachesTheHotlineWithTheNumber() {
        world.peers().legacy().behave(Mode.HTTP_503, 1, "");
        String caseNo = send();
        delivery(caseNo, "hotline-legacy", "READY");
        Reply reply = world.peers().window().send(Golden.supplementTo(caseNo, 2, "补充公示材料。"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        world.assertThatCase(caseNo).hasEvent("CASE_AMENDED");

        clock.moveTo(LATER);
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED").everythingIsAcknowledged();
    }

    @Test
    void aRefusalInA200HoldsTheLaneUntilStaffReplayIt() {
        world.peers().legacy().behave(Mode.REFUSE, Long.MAX_VALUE, "承办单位不在服务范围");
        String caseNo = send();
        JsonNode held = delivery(caseNo, "hotline-legacy", "HELD");
        assertThat(text(held, "lastText")).contains("承办单位不在服务范围");
        assertThat(staff("/deliveries/held").toString()).contains(caseNo);

        world.peers().legacy().behave(Mode.OK);
        HttpResponse<byte[]> replayed =
                world.staff("POST", "/deliveries/" + held.path("id").asLong() + "/replay", "{\"reason\":\"对方已改正\"}");
        assertThat(replayed.statusCode()).isEqualTo(200);
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED").hasOrders(1);
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheLedgerStaysAsItWas() {
        JsonNode before = staff("/balance");
        assertProblem(post("{\"msgId\":"), 400, "malformed");
        assertProblem(post(Golden.caseLike("BBCS-442000002-20210908-0999").getBytes(GBK)), 400, "malformed");
        assertProblem(post("x".repeat(1024 * 1024 + 1)), 413, "body-too-large");
        HttpResponse<byte[]> missing = post("{\"msgId\":\"W1\",\"event\":\"CASE_CREATED\"}");
        assertProblem(missing, 422, "fields-invalid");
        assertThat(World.json(missing.body()).path("errors").toString()).contains("occurredAt", "subject");
        byte[] half =
                new String(Golden.bytes("G5"), GBK).replace("</MESSAGE>", "").getBytes(GBK);
        assertThat(world.peers().legacy().send(half).body()).contains("<CODE>1</CODE>");
        byte[] utf8 = new String(Golden.bytes("G5"), GBK).getBytes(StandardCharsets.UTF_8);
        assertThat(world.peers().legacy().send(utf8).body()).contains("<CODE>1</CODE>");
        assertThat(staff("/balance")).isEqualTo(before);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        JsonNode problem = World.json(answer.body());
        assertThat(answer.statusCode()).as(problem.toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(text(problem, "code")).isEqualTo(code);
    }

    private HttpResponse<byte[]> post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> post(byte[] body) {
        return world.post("/api/v1/window/events", "demo-window", "application/json", body);
    }

    private String send() {
        String caseNo = nextCaseNo();
        Reply reply = world.peers().window().send(Golden.caseLike(caseNo));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return caseNo;
    }

    private String nextCaseNo() {
        return "BBCS-442000002-20210908-0" + ++cases;
    }

    /** Waits until a delivery of the case to this peer is in this state after an attempt. */
    private JsonNode delivery(String caseNo, String peer, String state) {
        return awaited(
                "/cases/" + caseNo + "/deliveries",
                one -> text(one, "peer").equals(peer)
                        && text(one, "state").equals(state)
                        && one.path("attempts").asInt() > 0);
    }

    private JsonNode parked(Predicate<JsonNode> wanted) {
        return awaited("/messages/parked", wanted);
    }

    private JsonNode awaited(String path, Predicate<JsonNode> wanted) {
        return Awaitility.await(path)
                .until(
                        () -> staff(path)
                                .valueStream()
                                .filter(wanted)
                                .findFirst()
                                .orElse(null),
                        one -> one != null);
    }

    private JsonNode staff(String path) {
        HttpResponse<byte[]> answer = world.staff("GET", path, "");
        return World.json(answer.body());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
