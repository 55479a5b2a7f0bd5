package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.StoredDelivery;
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

/** Staff at the desk of a running gateway: what waits, why, and how it is healed, corrected, set aside and put back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskJourneyTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REASON = "{\"reason\":\"对方已改正\"}";
    private static final String CODES = "tables/causes.csv";

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
    private final List<String> refused = new ArrayList<>();
    private Path mappings;
    private World world;
    private int cases;
    private long selection;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        mappings = folder.resolve("mappings");
        FolderCopy.of(Path.of("mappings"), mappings);
        Path data = folder.resolve("data");
        world = new World(
                clock,
                data,
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "--gateway.mappings-dir=" + mappings,
                "--gateway.desk.every=50ms");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void whatThePeerRefusesIsOneGroupThatNamesNobody() {
        world.peers().legacy().behave(Mode.REFUSE, Long.MAX_VALUE, "申请人测试甲不在服务范围");
        for (int i = 0; i < 5; i++) {
            refused.add(send());
        }
        await("five are held", () -> group().path("count").asInt() == 5);

        JsonNode group = group();
        assertThat(group.path("stage").asString()).isEqualTo("ANSWER");
        assertThat(group.path("side").asString()).isEqualTo("DELIVERY");
        assertThat(group.path("peer").asString()).isEqualTo("hotline-legacy");
        assertThat(group.path("cases").asInt()).isEqualTo(5);
        assertThat(group.path("examples").size()).isEqualTo(3);
        assertThat(group.path("suspected").isNull()).isTrue();
        assertThat(group.path("code").asString() + group.path("place").asString())
                .doesNotContain("测试甲");
        assertThat(get("/desk/groups/" + group.path("group").asLong() + "/items?limit=2")
                        .size())
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void aSelectionIsFrozenAndADryRunSendsNothing() {
        JsonNode frozen = post(
                "/desk/selections",
                "{\"group\":" + group().path("group").asLong() + "," + "\"reason\":\"对方已改正\"}",
                201);
        selection = frozen.path("id").asLong();
        refused.add(send());
        await("six are held", () -> group().path("count").asInt() == 6);

        assertThat(get(selection()).at("/members/WAITING").asInt()).isEqualTo(5);
        JsonNode dry = post(selection() + "/dry-run", "", 200);
        assertThat(dry.path("wouldSucceed").asInt()).as(dry.toString()).isEqualTo(5);
        assertThat(dry.path("failures").size()).isZero();
        assertThat(order(refused.get(0)).state()).isEqualTo(DeliveryState.HELD);
        assertThat(order(refused.get(0)).attempts()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void theRestIsHeldBackUntilOneIsAcknowledged() {
        assertThat(code(post(selection() + "/replay-rest", REASON, 409))).isEqualTo("first-required");
        post(selection() + "/replay-first", "{}", 400);
        post(selection() + "/replay-first", REASON, 200);
        await(
                "the first fails again",
                () -> get(selection()).path("state").asString().equals("TRY_FAILED"));
        assertThat(code(post(selection() + "/replay-rest", REASON, 409))).isEqualTo("first-required");

        world.peers().legacy().behave(Mode.OK);
        post(selection() + "/replay-first", REASON, 200);
        await("one is healed", () -> get(selection()).path("state").asString().equals("TRIED"));
        world.assertThatCase(refused.get(1)).hasEvent("ORDER_LINKED").hasOrders(1);
        assertThat(get(selection()).path("members").toString()).isEqualTo("{\"WAITING\":3,\"HEALED\":1,\"FAILED\":1}");
    }

    @Test
    @Order(4)
    void theRestFollowsAtTheSpeedThatWasAsked() {
        post(selection() + "/replay-rest", "{\"reason\":\"对方已改正\",\"perMinute\":60}", 202);
        clock.moveTo("2021-09-08T15:53:02+08:00");
        await("one more is healed", () -> get(selection()).at("/members/HEALED").asInt() == 2);
        assertThat(get(selection()).at("/members/WAITING").asInt()).isEqualTo(2);
        assertThat(code(post(selection() + "/discard", REASON, 409))).isEqualTo("at-work");

        clock.moveTo("2021-09-08T15:54:02+08:00");
        await(
                "two at once at most",
                () -> get(selection()).at("/members/HEALED").asInt() == 4);
        await(
                "all have their end",
                () -> get(selection()).path("state").asString().equals("DONE"));
        refused.subList(1, 5)
                .forEach(caseNo ->
                        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED").hasOrders(1));
        assertThat(world.ledger().attempts(order(refused.get(2)).id()).get(1).reason())
                .isEqualTo("对方已改正 (selection " + selection + ")");
        assertThat(group().path("count").asInt()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void aDiscardIsUndoneAndOneThatIsOvertakenIsRefused() {
        long failed = order(refused.get(0)).id();
        post("/desk/deliveries/" + failed + "/discard", REASON, 200);
        assertThat(code(post("/desk/deliveries/" + failed + "/discard", REASON, 409)))
                .isEqualTo("not-waiting");
        JsonNode told = post("/desk/deliveries/" + failed + "/undo-discard", REASON, 200);
        assertThat(told.at("/item/state").asString()).isEqualTo("HELD");
        assertThat(told.path("acts").valueStream().map(act -> act.path("act").asString()))
                .containsExactly("DISCARD", "UNDO_DISCARD");
        assertThat(code(post("/desk/deliveries/" + failed + "/undo-discard", REASON, 409)))
                .isEqualTo("not-waiting");
    }

    @Test
    @Order(6)
    void aMessageIsCorrectedInACopyThatASecondPersonApproves() {
        String caseNo = nextCaseNo();
        String message = Golden.caseLike(caseNo).replace("ORG-DQJD", "ORG-NOWHERE");
        assertThat(world.peers().window().send(message).status()).isEqualTo(202);
        await("it is parked", () -> messages().size() == 1);
        JsonNode group = messages().get(0);
        assertThat(group.path("code").asString()).isEqualTo("TABLE_MISS");
        assertThat(group.path("place").asString()).isEqualTo("unit");
        String item = "/desk/messages/" + group.at("/examples/0/id").asLong();

        JsonNode fields = get(item + "/fields");
        assertThat(fields.path("dept").asString()).isEqualTo("\"ORG-NOWHERE\"");
        assertThat(fields.path("applicant.name").asString()).isEqualTo("\"测**\"");
        assertThat(fields.toString()).doesNotContain("测试甲", "13800000000", "442000190001010010");

        JsonNode copy = post(
                item + "/copies",
                "{\"set\":{\"dept\":\"ORG-DQJD\",\"applicant.name\":\"测试乙\"},\"reason\":\"填错了单位\"}",
                201);
        assertThat(copy.path("differences").toString())
                .isEqualTo(
                        "[{\"path\":\"applicant.name\",\"original\":\"\\\"测**\\\"\",\"corrected\":\"\\\"测**\\\"\"},"
                                + "{\"path\":\"dept\",\"original\":\"\\\"ORG-NOWHERE\\\"\",\"corrected\":\"\\\"ORG-DQJD\\\"\"}]");
        String address = "/desk/copies/" + copy.path("id").asLong();
        assertThat(code(post("/messages" + item.substring(14) + "/replay", REASON, 409)))
                .isEqualTo("not-waiting");
        assertThat(code(post(address + "/approve", REASON, 409))).isEqualTo("same-person");
        assertThat(status("reader", "POST", address + "/approve", REASON)).isEqualTo(403);
        assertThat(status("second", "POST", address + "/approve", REASON)).isEqualTo(200);
        post("/messages" + item.substring(14) + "/replay", REASON, 200);

        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED").hasOrders(1);
        assertThat(world.caseAtTheWindow(caseNo).toString()).doesNotContain("ORG-NOWHERE");
        assertThat(new String(
                        world.ledger()
                                .message(Long.parseLong(item.substring(15)))
                                .orElseThrow()
                                .raw(),
                        UTF_8))
                .isEqualTo(message);
        JsonNode kept = get(item + "/copies").get(0);
        assertThat(kept.path("editedBy").asString()).isEqualTo("staff");
        assertThat(kept.path("judgedBy").asString()).isEqualTo("second");
    }

    @Test
    @Order(7)
    void personalDataIsRevealedForAReasonToWhoMaySeeItAndThatIsKept() {
        String copy = "/desk/copies/1";
        assertThat(get(copy).toString()).doesNotContain("测试甲", "测试乙");
        assertThat(status("second", "POST", copy + "/reveal", REASON)).isEqualTo(403);
        assertThat(status("staff", "POST", copy + "/reveal", "{\"reason\":\" \"}"))
                .isEqualTo(400);
        JsonNode revealed = post(copy + "/reveal", REASON, 200);
        assertThat(revealed.toString()).contains("测试甲", "测试乙");
        String original = post("/desk/messages/" + revealed.path("itemId").asLong() + "/reveal", REASON, 200)
                .path("body")
                .asString();
        assertThat(original).contains("ORG-NOWHERE", "测试甲");

        assertThat(get("/desk/acts?limit=1000")
                        .valueStream()
                        .filter(act -> act.path("act").asString().equals("REVEAL"))
                        .map(act -> act.path("by").asString() + " "
                                + act.path("subject").asString()))
                .containsExactly(
                        "staff COPY 1",
                        "staff MESSAGE " + revealed.path("itemId").asLong());
        assertThat(status("reader", "GET", "/desk/acts", "")).isEqualTo(403);
        assertThat(status("reader", "GET", "/desk/groups", "")).isEqualTo(200);
        assertThat(status("reader", "POST", "/desk/selections", REASON)).isEqualTo(403);
    }

    @Test
    @Order(8)
    void aHeldDeliverysDocumentIsCorrectedInACopy() throws IOException {
        String caseNo = refused.get(5);
        long id = order(caseNo).id();
        JsonNode copy = post(
                "/desk/deliveries/" + id + "/copies",
                "{\"set\":{\"case.title\":\"改正后的标题\"},\"reason\":\"标题含错字\"}",
                201);
        assertThat(status("second", "POST", "/desk/copies/" + copy.path("id").asLong() + "/approve", REASON))
                .isEqualTo(200);
        post("/deliveries/" + id + "/replay", REASON, 200);
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED").hasOrders(1);
        byte[] sent = world.matching("hotline-legacy", caseNo).get(0).body();
        assertThat(new String(sent, "GBK")).contains("改正后的标题");
        assertThat(get("/deliveries/" + id + "/origins")
                        .at("/conversions/0/errors")
                        .size())
                .isZero();
    }

    @Test
    @Order(9)
    void theHandbooksRequestsWork() throws IOException {
        world.peers().legacy().behave(Mode.REFUSE, Long.MAX_VALUE, "承办单位不在服务范围");
        String caseNo = nextCaseNo();
        world.peers().window().send(Golden.caseLike(caseNo));
        await("it is held", () -> order(caseNo).state() == DeliveryState.HELD);
        world.peers().legacy().behave(Mode.OK);
        String page = Files.readString(Path.of("docs/operating.md"));
        String example = page.substring(page.indexOf("```http") + 8);
        String handbook = "";
        for (String line : example.substring(0, example.indexOf("```")).lines().toList()) {
            String[] words = line.replace("$GROUP", group().path("group").asString())
                    .replace("$SELECTION", handbook)
                    .split(" ", 3);
            HttpResponse<byte[]> answer = world.staff(words[0], words[1], words.length > 2 ? words[2] : "");
            assertThat(answer.statusCode())
                    .as(line + new String(answer.body(), UTF_8))
                    .isBetween(200, 299);
            if (words[1].equals("/desk/selections")) {
                handbook = World.json(answer.body()).path("id").asString();
            } else if (line.contains("replay-first")) {
                String tried = "/desk/selections/" + handbook;
                await("one is healed", () -> get(tried).path("state").asString().equals("TRIED"));
            }
        }
    }

    @Test
    @Order(10)
    void aFirstFailureAfterAPublicationIsLaidToIt() throws IOException {
        String before = get("/mappings").at("/live/digest").asString();
        clock.moveTo("2021-09-08T17:00:00+08:00");
        Path codes = mappings.resolve(CODES);
        Files.writeString(codes, Files.readString(codes).replace("APPROVAL,审批环节,07", "APPROVAL,审批环节,"));
        await(
                "the edit is live",
                () -> !get("/mappings").at("/live/digest").asString().equals(before));
        clock.moveTo("2021-09-08T17:10:00+08:00");
        String unwritable = Golden.caseLike(nextCaseNo()).replace("MULTI_DEPT", "APPROVAL");
        assertThat(world.peers().window().send(unwritable).status()).isEqualTo(202);
        await("it is held", () -> !groups("MAP").isEmpty());

        JsonNode suspected = groups("MAP").get(0).path("suspected");
        assertThat(suspected.path("kind").asString()).isEqualTo("MAPPING_PUBLISHED");
        assertThat(suspected.path("digest").asString())
                .isEqualTo(get("/mappings").at("/live/digest").asString());
        assertThat(suspected.path("by").asString()).isEqualTo("gateway");
        long frozen = post("/desk/selections", "{\"stage\":\"MAP\",\"reason\":\"试算\"}", 201)
                .path("id")
                .asLong();
        JsonNode dry = post("/desk/selections/" + frozen + "/dry-run", "", 200);
        assertThat(dry.path("failing").asInt()).isEqualTo(1);
        assertThat(dry.at("/failures/0/code").asString()).isEqualTo("TABLE_MISS");
        assertThat(dry.at("/failures/0/examples/0").asString()).startsWith("DELIVERY ");
    }

    @Test
    @Order(11)
    void yearsLaterItAllWaitsStill() {
        List<String> before = waiting();
        clock.moveTo("2031-09-08T17:10:00+08:00");
        world.ledger().sweep();
        assertThat(before).isNotEmpty();
        assertThat(waiting()).containsAll(before);
    }

    @Test
    @Order(12)
    void whatStaffWantedIsInTheAuditBeforeItWasDoneAndSoIsTheAnswer() {
        String reveal = "POST /desk/copies/{id}/reveal";
        await(
                "every act has its answer",
                () -> audit(line -> line.path("answers").isNull()).size()
                        == audit(line -> !line.path("answers").isNull()).size());

        assertThat(audit(line -> line.path("act").asString().equals(reveal)))
                .extracting(line -> line.path("by").asString() + " "
                        + line.path("subject").asString() + " "
                        + line.path("status").asString("asked"))
                .contains("staff id=1 asked", "staff id=1 400", "staff id=1 200");
        assertThat(audit(line -> line.path("by").asString().equals("second")
                        && line.path("status").asInt(0) == 403))
                .extracting(line -> line.path("act").asString())
                .contains("POST /desk/copies/1/reveal");
        assertThat(audit(line -> line.path("origin").asString().isEmpty())).isEmpty();
        assertThat(get("/audit?limit=1000").toString()).doesNotContain("测试甲", "测试乙", "对方已改正");
        assertThat(get("/audit/chain").path("brokenAt").isNull()).isTrue();
        assertThat(get("/audit/chain").path("lines").asInt())
                .isEqualTo(audit(line -> true).size());
        assertThat(status("reader", "GET", "/audit", "")).isEqualTo(403);
        assertThat(status("reader", "GET", "/audit/chain", "")).isEqualTo(403);
    }

    private List<JsonNode> audit(Predicate<JsonNode> which) {
        return get("/audit?limit=1000").valueStream().filter(which).toList();
    }

    private List<String> waiting() {
        return get("/desk/groups")
                .valueStream()
                .flatMap(group -> get("/desk/groups/" + group.path("group").asLong() + "/items")
                        .valueStream())
                .map(item ->
                        item.path("side").asString() + " " + item.path("id").asLong())
                .toList();
    }

    private String send() {
        String caseNo = nextCaseNo();
        assertThat(world.peers().window().send(Golden.caseLike(caseNo)).status())
                .isEqualTo(202);
        await("the order is on its way", () -> world.ledger().findCase(caseNo).isPresent());
        return caseNo;
    }

    private String nextCaseNo() {
        return "BBCS-442000002-20210908-1%03d".formatted(++cases);
    }

    private String selection() {
        return "/desk/selections/" + selection;
    }

    /** The group of what the legacy hotline refused. */
    private JsonNode group() {
        return get("/desk/groups")
                .valueStream()
                .filter(group -> group.path("peer").asString().equals("hotline-legacy"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(get("/desk/groups").toString()));
    }

    private List<JsonNode> messages() {
        return get("/desk/groups")
                .valueStream()
                .filter(group -> group.path("side").asString().equals("MESSAGE"))
                .toList();
    }

    private List<JsonNode> groups(String stage) {
        return get("/desk/groups")
                .valueStream()
                .filter(group -> group.path("stage").asString().equals(stage))
                .toList();
    }

    private StoredDelivery order(String caseNo) {
        return world.ledger().deliveries(caseNo).stream()
                .filter(delivery -> delivery.peer().equals("hotline-legacy"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String path) {
        return World.json(world.staff("GET", path, "").body());
    }

    private JsonNode post(String path, String body, int status) {
        HttpResponse<byte[]> answer = world.staff("POST", path, body);
        assertThat(answer.statusCode())
                .as(path + " " + new String(answer.body(), UTF_8))
                .isEqualTo(status);
        return World.json(answer.body());
    }

    private int status(String who, String method, String path, String body) {
        return world.staff(who, method, path, body).statusCode();
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asString();
    }

    private static void await(String sentence, Callable<Boolean> holds) {
        Awaitility.await(sentence)
                .atMost(SOON)
                .ignoreException(AssertionError.class)
                .until(holds);
    }
}
