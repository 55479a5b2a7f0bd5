package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.simulator.Mode;
import org.hotlinegateway.simulator.Reply;
import org.hotlinegateway.simulator.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenarios S1, S2 and S4 over real HTTP and real queues. They share one gateway and run in this order, because the
 * golden messages carry the running numbers of hand-offs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class JourneyContract {
    private static final String NO_NUMBER_CASE = "BBCS-442000114-20210625-0001";
    private static final String OUT_OF_SCOPE_CASE = "BBCS-442000002-20210902-0009";
    private static final String DWELLING_CASE = "BBCS-442000002-20210908-0016";
    private static final String DWELLING_ORDER = "0210908155301000001";

    private final MovableClock clock = new MovableClock("2021-06-25T10:13:20+08:00");
    private World world;

    /** Address of an empty ledger. */
    abstract String ledgerUrl(Path dataDir);

    @BeforeAll
    void start(@TempDir Path dataDir) {
        world = new World(clock, dataDir, ledgerUrl(dataDir));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void sevenRefusedNumbersBecomeACaseAnOrderAndAQuotaPolicy() {
        var hotline = world.peers().hotline();
        hotline.nextOrderNo("210625000020007-01");

        Reply receipt = world.peers().appointment().alert(Golden.text("G7"));
        assertThat(World.json(receipt).path("status").asString()).isEqualTo("1");

        Golden.assertSame(world.taken("hotline", NO_NUMBER_CASE), "G8");
        world.assertThatCase(NO_NUMBER_CASE)
                .isIn("HANDED_OFF")
                .hasOrder("210625000020007-01")
                .hasDeadline("2021-07-09T23:59:59+08:00");
        assertThat(World.json(world.taken("window", NO_NUMBER_CASE, "CASE_CREATED"))
                        .path("caseNo")
                        .asString())
                .isEqualTo(NO_NUMBER_CASE);
        world.taken("supervision", NO_NUMBER_CASE, "CLOCK_START", "2021-07-09T23:59:59+08:00");

        moreRefusalsOfTheSameAlertChangeNothingAtTheHotline();

        moveTo("2021-06-25T11:05:10+08:00");
        window("result");
        world.assertThatCase(NO_NUMBER_CASE).isIn("RESOLVED");
        world.taken("hotline", "210625000020007-01", "RESULT");

        moveTo("2021-06-25T16:30:05+08:00");
        window("quota-changed");
        Golden.assertSame(world.taken("appointment", "QUOTA_POLICY_CHANGED"), "G10");
        world.assertThatCase(NO_NUMBER_CASE).hasEvent("QUOTA_POLICY_APPLIED").hasEvent("NO_NUMBER_CLEARED");

        moveTo("2021-06-28T09:00:00+08:00");
        hotline.callback("210625000020007-01", "CLOSE", Map.of());
        world.assertThatCase(NO_NUMBER_CASE).isIn("CLOSED").everythingIsAcknowledged();
    }

    private void moreRefusalsOfTheSameAlertChangeNothingAtTheHotline() {
        moveTo("2021-06-25T10:31:00+08:00");
        String later = Golden.text("G7")
                .replace("\"failCount\":7", "\"failCount\":9")
                .replace("\"lastAt\":\"2021-06-25 10:12:40\"", "\"lastAt\":\"2021-06-25 10:30:11\"");
        assertThat(World.json(world.peers().appointment().alert(later))
                        .path("status")
                        .asString())
                .isEqualTo("1");
        world.awaitQuiet();
        assertThat(world.matching("hotline", "orderKind")).hasSize(1);
        assertThat(world.caseAtTheWindow("BBCS-442000114-20210625-0002").isMissingNode())
                .isTrue();
    }

    @Test
    @Order(2)
    void aMatterOutOfScopeIsHandedOffWithoutAClockAndRefusedByTheHotlineWithAReason() {
        moveTo("2021-09-02T10:30:05+08:00");
        world.peers().hotline().nextOrderNo("210902000020009-01");

        Reply receipt = window("out-of-scope");
        assertThat(receipt.status()).isEqualTo(202);
        Golden.assertSame(world.taken("hotline", OUT_OF_SCOPE_CASE), "G19");
        world.assertThatCase(OUT_OF_SCOPE_CASE)
                .isIn("HANDED_OFF")
                .hasOrder("210902000020009-01")
                .hasNoDeadline();

        moveTo("2021-09-03T09:20:05+08:00");
        Reply answer = world.peers().hotline().send(Golden.text("G20"));
        assertThat(World.json(answer).path("success").asBoolean()).isTrue();
        world.assertThatCase(OUT_OF_SCOPE_CASE).isIn("NOT_ACCEPTED");
        world.taken("window", OUT_OF_SCOPE_CASE, "NOT_ACCEPTED", "须通过法定途径处理");
        world.awaitQuiet();
        assertThat(world.matching("performance", OUT_OF_SCOPE_CASE)).isEmpty();
        assertThat(world.matching("supervision", OUT_OF_SCOPE_CASE, "CLOCK_START"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void aMatterOutOfScopeWithoutExplanationIsRefusedWithItsPath() {
        String unexplained = sample("out-of-scope")
                .replace("W20210902103000-0009", "W20210902103000-0010")
                .replaceAll("\"explanation\": \"[^\"]*\",", "");
        Reply answer = world.peers().window().send(unexplained);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("explanation");
    }

    @Test
    @Order(4)
    void aMatterOutOfScopeThatTheHotlineAcceptsRunsToItsClose() {
        moveTo("2021-09-02T11:00:00+08:00");
        String caseNo = "BBCS-442000002-20210902-0011";
        world.peers().hotline().nextOrderNo("210902000020011-01");
        world.peers()
                .window()
                .send(sample("out-of-scope")
                        .replace(OUT_OF_SCOPE_CASE, caseNo)
                        .replace("W20210902103000-0009", "W20210902105900-0011"));
        world.assertThatCase(caseNo).hasOrder("210902000020011-01");
        hotline("210902000020011-01", "ASSIGN", Map.of("organizationCode", "11442000MB0000027W"));
        world.assertThatCase(caseNo).isIn("ASSIGNED");
        hotline("210902000020011-01", "SIGN", Map.of("organizationCode", "11442000MB0000027W"));
        world.assertThatCase(caseNo).isIn("SIGNED");
        hotline(
                "210902000020011-01",
                "RESULT",
                Map.of("result", "0", "content", "已办理。", "contacted", "1", "factTrue", "1"));
        world.assertThatCase(caseNo).isIn("RESOLVED");
        hotline("210902000020011-01", "CLOSE", Map.of());
        world.assertThatCase(caseNo).isIn("CLOSED").hasNoDeadline().everythingIsAcknowledged();
    }

    @Test
    @Order(5)
    void aDwellingAsBusinessAddressTravelsToTheLegacyHotlineAndBack() {
        var legacy = world.peers().legacy();
        moveTo("2021-09-08T15:53:01+08:00");
        legacy.nextOrderNo(DWELLING_ORDER);

        Reply first = world.peers().window().send(Golden.text("G1"));
        assertThat(first.status()).isEqualTo(202);
        Golden.assertSame(world.taken("hotline-legacy", DWELLING_CASE), "G2");
        world.assertThatCase(DWELLING_CASE)
                .isIn("HANDED_OFF")
                .hasOrder(DWELLING_ORDER)
                .hasDeadline("2021-09-23T23:59:59+08:00");
        world.taken("supervision", DWELLING_CASE, "CLOCK_START");
        world.taken("window", DWELLING_CASE, DWELLING_ORDER);

        Reply again = world.peers().window().send(Golden.text("G1"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(World.json(again).path("receipt"))
                .isEqualTo(World.json(first).path("receipt"));
        assertThat(World.json(again).path("duplicate").asBoolean()).isTrue();

        legacyAt("2021-09-08T16:20:00+08:00", "PD", "1", Map.of("CBDW", "DQJD", "JZSJ", "2021-09-23"), "ASSIGNED");
        legacyAt("2021-09-09T09:05:00+08:00", "QS", "2", Map.of("CBDW", "DQJD"), "SIGNED");
        legacyAt("2021-09-13T10:00:00+08:00", "JZ", "3", Map.of("NR", "已在村集体公示。"), "HANDLING");
        legacyAt("2021-09-22T11:00:00+08:00", "SQYQ", "5", Map.of("TS", "5", "YY", "公示期未满"), "HANDLING");
        world.assertThatCase(DWELLING_CASE).hasEvent("EXTENSION_REQUESTED");

        moveTo("2021-09-22T16:01:31+08:00");
        assertThat(legacy.send(Golden.bytes("G5")).body()).contains("<CODE>0</CODE>");
        world.assertThatCase(DWELLING_CASE).hasDeadline("2021-09-29T23:59:59+08:00");
        assertFeedItemIsThatOf("G16", world.taken("supervision", DWELLING_CASE, "CLOCK_RESET"));
        world.taken("window", DWELLING_CASE, "EXTENSION_GRANTED", "2021-09-29T23:59:59+08:00");

        legacyAt(
                "2021-09-27T15:30:00+08:00",
                "BJ",
                "7",
                Map.of("JG", "0", "NR", "公示期满,已办理登记。", "GKDF", "已办结。", "SFLX", "1", "SFSS", "1"),
                "RESOLVED");
        world.taken("supervision", DWELLING_CASE, "CLOCK_STOP");
        world.taken("performance", DWELLING_CASE);

        moveTo("2021-09-28T10:02:01+08:00");
        assertThat(legacy.send(Golden.bytes("G6")).body()).contains("<CODE>0</CODE>");
        world.assertThatCase(DWELLING_CASE).isIn("VISITING");
        legacyAt("2021-09-28T10:05:00+08:00", "JA", "9", Map.of(), "CLOSED");
        world.taken("window", DWELLING_CASE, "CLOSED");
        world.assertThatCase(DWELLING_CASE).hasOrders(1).everythingIsAcknowledged();
    }

    @Test
    @Order(6)
    void anOrderWhoseAnswerWasLostIsSentAgainAndStaysOneOrder() {
        moveTo("2021-09-08T16:00:00+08:00");
        String caseNo = "BBCS-442000002-20210908-0017";
        String order = "0210908160000000017";
        world.peers().legacy().nextOrderNo(order);
        world.peers().legacy().behave(Mode.RESET_AFTER_CREATE, 1, "");

        world.peers()
                .window()
                .send(Golden.text("G1")
                        .replace(DWELLING_CASE, caseNo)
                        .replace("W20210908155300-0016", "W20210908155900-0017"));
        world.taken("window", caseNo, "CASE_ACCEPTED");
        world.taken("supervision", caseNo, "CLOCK_START");
        clock.moveTo("2021-09-08T16:30:00+08:00");
        world.assertThatCase(caseNo).hasOrder(order).hasOrders(1);
        assertThat(world.peers()
                        .effects("hotline-legacy")
                        .get("W20210908155900-0017")
                        .effects())
                .isEqualTo(1);
        assertThat(world.peers().received("hotline-legacy").stream()
                        .filter(one -> one.bodyText().contains(caseNo) && one.verdict() == Verdict.DUPLICATE))
                .hasSize(1);
    }

    @Test
    @Order(7)
    void aQuotaPolicyThatFailsIsTriedAgainAndKeepsTheCaseFromClosing() {
        moveTo("2021-06-29T10:13:20+08:00");
        String caseNo = "BBCS-442000114-20210629-0001";
        String order = "210629000020008-01";
        world.peers().hotline().nextOrderNo(order);
        world.peers()
                .appointment()
                .alert(Golden.text("G7").replace("2021-06-25", "2021-06-29").replace("20210625", "20210629"));
        world.assertThatCase(caseNo).hasOrder(order);
        moveTo("2021-06-29T11:05:00+08:00");
        windowOf(caseNo, "result", "2021-06-29");
        world.assertThatCase(caseNo).isIn("RESOLVED");

        moveTo("2021-06-29T16:30:05+08:00");
        world.peers().appointment().behave(Mode.REFUSE, 1, "限号配置格式错误");
        windowOf(caseNo, "quota-changed", "2021-06-29");
        world.assertThatCase(caseNo).hasEvent("QUOTA_POLICY_FAILED");
        world.taken("window", caseNo, "QUOTA_POLICY_FAILED");
        hotline(order, "CLOSE", Map.of());
        world.assertThatCase(caseNo).hasEvent("CASE_CLOSED").isIn("RESOLVED");
        assertThat(new String(world.taken("window", caseNo, "CASE_CLOSED"), UTF_8))
                .doesNotContain("struckOff");

        clock.moveTo("2021-06-29T16:33:00+08:00");
        world.assertThatCase(caseNo).hasEvent("QUOTA_POLICY_APPLIED").isIn("CLOSED");
        world.taken("window", caseNo, "\"struckOff\":true");
        assertThat(world.matching("appointment", caseNo)).hasSize(1);
    }

    @Test
    @Order(8)
    void aQuotaPolicyWhoseAttemptsAreSpentWaitsForAPerson() {
        moveTo("2021-06-30T10:13:20+08:00");
        String caseNo = "BBCS-442000114-20210630-0001";
        world.peers()
                .appointment()
                .alert(Golden.text("G7").replace("2021-06-25", "2021-06-30").replace("20210625", "20210630"));
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED");
        world.awaitQuiet();
        world.peers().appointment().behave(Mode.REFUSE, Long.MAX_VALUE, "限号配置格式错误");
        windowOf(caseNo, "quota-changed", "2021-06-30");
        world.assertThatCase(caseNo).hasEvent("QUOTA_POLICY_FAILED");
        world.awaitWithClock(clock, () -> heldFor(caseNo).isPresent());

        world.peers().appointment().behave(Mode.OK);
        StoredDelivery held = heldFor(caseNo).orElseThrow();
        assertThat(world.staff("GET", "/deliveries/held", "").body())
                .asString(UTF_8)
                .contains(caseNo);
        assertThat(world.staff("POST", "/deliveries/" + held.id() + "/replay", "{\"reason\":\"预约系统已修复限号配置\"}")
                        .statusCode())
                .isLessThan(300);
        world.assertThatCase(caseNo).hasEvent("QUOTA_POLICY_APPLIED");
    }

    private Optional<StoredDelivery> heldFor(String caseNo) {
        return world.ledger().deliveries(caseNo).stream()
                .filter(delivery -> delivery.state() == DeliveryState.HELD)
                .findFirst();
    }

    /** Lets what is on its way arrive first: signatures are good for five minutes. */
    private void moveTo(String time) {
        world.awaitQuiet();
        clock.moveTo(time);
    }

    private void legacyAt(String time, String state, String seq, Map<String, ?> fields, String stateAfter) {
        moveTo(time);
        String local = time.substring(0, 19).replace('T', ' ');
        assertThat(world.peers()
                        .legacy()
                        .callback(DWELLING_ORDER, state, seq, local, fields)
                        .body())
                .contains("<CODE>0</CODE>");
        world.assertThatCase(DWELLING_CASE).isIn(stateAfter);
    }

    private void hotline(String orderNo, String action, Map<String, ?> fields) {
        Reply reply = world.peers().hotline().callback(orderNo, action, fields);
        assertThat(World.json(reply).path("success").asBoolean())
                .as(reply.body())
                .isTrue();
    }

    private Reply window(String sample) {
        Reply reply = world.peers().window().send(sample(sample));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply;
    }

    private void windowOf(String caseNo, String sample, String day) {
        String moved = sample(sample)
                .replace(NO_NUMBER_CASE, caseNo)
                .replace("2021-06-25", day)
                .replace("W20210625", "W" + day.replace("-", ""));
        assertThat(world.peers().window().send(moved).status()).isEqualTo(202);
    }

    private static void assertFeedItemIsThatOf(String golden, byte[] sent) {
        assertThat(World.json(sent).path("params").path("items"))
                .isEqualTo(World.json(Golden.bytes(golden)).path("params").path("items"));
    }

    private static String sample(String name) {
        try {
            return Files.readString(Path.of("mappings/samples/window-event-to-case-event/" + name + ".in.json"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
