package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.hotlinegateway.cli.GatewayCommand;
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

/**
 * An engineer asks a running gateway where a field came from, makes a test of a real message, and publishes an edit that
 * somebody has looked at on yesterday's traffic.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OriginsJourneyTest {
    private static final String CASE = "BBCS-442000002-20210908-0016";
    private static final String ORDER = "0210908155301000001";
    private static final String FILE = "hotline-legacy/case-event-to-hotline-legacy-order.map.yaml";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
    private Path mappings;
    private Path data;
    private World world;
    private Engineer engineer;
    private String first;
    private String titleRule;

    @BeforeAll
    void aCaseIsHandedOff(@TempDir Path folder) throws IOException {
        mappings = folder.resolve("mappings");
        data = folder.resolve("data");
        FolderCopy.of(Path.of("mappings"), mappings);
        world = new World(
                clock,
                data,
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "--gateway.mappings-dir=" + mappings,
                "--gateway.mappings.require-preview=true");
        engineer = new Engineer(world);
        first = engineer.live();
        world.peers().legacy().nextOrderNo(ORDER);
        assertThat(world.peers().window().send(Golden.text("G1")).status()).isEqualTo(202);
        world.assertThatCase(CASE).hasOrder(ORDER);
        world.awaitQuiet();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void aReceivedMessageTellsWhereEachFieldCameFromAndWent() {
        JsonNode origins = engineer.get("/messages/1/origins");
        JsonNode conversion = origins.path("conversions").get(0);
        assertThat(conversion.path("mapping").asString()).isEqualTo("window-event-to-case-event");
        assertThat(conversion.path("digest").asString()).isEqualTo(first);
        JsonNode name = field(conversion, "fields", "payload.requester.name");
        assertThat(name.path("value").asString()).isEqualTo("\"测**\"");
        assertThat(name.path("sources").get(0).asString()).isEqualTo("applicant.name");
        JsonNode source = field(conversion, "sources", "applicant.name");
        assertThat(source.path("targets").get(0).asString()).isEqualTo("payload.requester.name");
        assertThat(origins.toString()).doesNotContain("测试甲", "13800000000");
        assertThat(world.ledger().message(1).orElseThrow().mappingDigest()).isEqualTo(first);
    }

    @Test
    @Order(2)
    void aMessageBecomesATestThatPassesAndNamesNobody(@TempDir Path copy) throws IOException {
        HttpResponse<byte[]> made = engineer.post("/messages/1/test", "{\"name\":\"网上来的一件\"}");
        assertThat(made.statusCode()).as(new String(made.body(), UTF_8)).isEqualTo(200);
        JsonNode test = World.json(made.body());
        assertThat(test.path("mappingFile").asString()).isEqualTo("window/window-event-to-case-event.map.yaml");
        assertThat(test.path("text").asString()).startsWith("- name: 网上来的一件\n");
        assertThat(Files.readString(mappings.resolve(test.path("mappingFile").asString())))
                .as("the gateway's own files")
                .doesNotContain("网上来的一件");

        FolderCopy.of(mappings, copy.resolve("mappings"));
        StringBuilder all = new StringBuilder();
        for (var file : test.path("files").properties()) {
            byte[] bytes = file.getValue().binaryValue();
            all.append(file.getKey().endsWith(".map.yaml") ? "" : new String(bytes, UTF_8));
            Path path = copy.resolve("mappings").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        }
        assertThat(all.toString()).contains("MULTI_DEPT").doesNotContain("测试甲", "13800000000");
        String file =
                copy.resolve("mappings/" + test.path("mappingFile").asString()).toString();
        assertThat(command("map", "test", file)).contains(" test(s) passed").doesNotContain("网上来的一件");

        assertThat(engineer.post("/deliveries/" + order().id() + "/test", "{\"name\":\"转出\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(engineer.post("/messages/1/test", "{\"name\":\" \"}").statusCode())
                .isEqualTo(400);
        assertThat(engineer.post("/messages/4711/test", "{\"name\":\"n\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void anEditWaitsUntilSomebodyHasLookedAtAPreviewOfIt() throws IOException {
        String text = Files.readString(mappings.resolve(FILE));
        assertThat(text).contains("BODY.SQBT: {");
        titleRule = FILE + ":" + line(text, "BODY.SQBT:");
        Files.writeString(
                mappings.resolve(FILE),
                "# edited\n"
                        + text.substring(0, text.indexOf("\ntests:")).replace("slice: 0..50, mask", "slice: 0..3, mask")
                        + "\n");
        Awaitility.await("the edit waits")
                .atMost(SOON)
                .until(() -> engineer.get("/mappings").path("candidate").has("digest"));
        String candidate = engineer.get("/mappings").at("/candidate/digest").asString();
        String wanted = "{\"digest\":\"" + candidate + "\",\"reason\":\"标题缩短\"}";

        HttpResponse<byte[]> refused = engineer.post("/mappings/publish", wanted);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(new String(refused.body(), UTF_8)).contains("no reviewed preview of this set");
        assertThat(engineer.live()).isEqualTo(first);

        String id = engineer.preview("folder");
        assertThat(engineer.post("/mappings/publish", wanted).statusCode())
                .as("a preview nobody has reviewed")
                .isEqualTo(409);
        JsonNode review = engineer.review(id);
        assertThat(review.path("digest").asString()).isEqualTo(candidate);
        assertThat(review.path("changed").asInt()).isEqualTo(1);

        assertThat(engineer.post("/mappings/publish", "{\"digest\":\"" + first + "\",\"reason\":\"r\"}")
                        .statusCode())
                .as("a set that does not wait")
                .isEqualTo(404);
        HttpResponse<byte[]> published = engineer.post("/mappings/publish", wanted);
        assertThat(published.statusCode())
                .as(new String(published.body(), UTF_8))
                .isEqualTo(200);
        assertThat(engineer.live()).isEqualTo(candidate);
        JsonNode entry = engineer.get("/mappings").path("history").get(0);
        assertThat(entry.path("cause").asString()).isEqualToIgnoringCase("published");
        assertThat(entry.path("by").asString()).isEqualTo("staff");
        assertThat(engineer.get("/mappings").path("candidate").has("digest")).isFalse();
    }

    @Test
    @Order(4)
    void aDeliveryExplainsByTheOldSetAfterTheFilesHaveChanged() {
        JsonNode origins = engineer.get("/deliveries/" + order().id() + "/origins");
        JsonNode made = origins.path("conversions").get(0);
        assertThat(made.path("digest").asString()).isEqualTo(first);
        assertThat(made.path("at").asString()).isEqualTo("2021-09-08T07:53:01Z");
        JsonNode title = field(made, "fields", "BODY.SQBT");
        assertThat(title.path("rule").asString()).isEqualTo(titleRule);
        assertThat(title.path("sources").get(0).asString()).isEqualTo("case.title");
        JsonNode answer = origins.path("conversions").get(1);
        assertThat(answer.path("mapping").asString()).isEqualTo("hotline-legacy-answer");
        assertThat(answer.path("context").path("httpStatus").asString()).isEqualTo("200");
        assertThat(field(answer, "fields", "peerReference").path("value").asString())
                .isEqualTo("\"" + ORDER + "\"");
        assertThat(answer.path("errors").size()).isZero();
    }

    @Test
    @Order(5)
    void theCommandReadsTheLedgerBesideTheRunningGateway() {
        String told = run("map", "explain", "--delivery", CASE + "/" + order().seq() + "/hotline-legacy");
        assertThat(told)
                .contains(
                        "case-event-to-hotline-legacy-order, set " + first.substring(0, 12),
                        "BODY.SQBT = ",
                        "<- case.title",
                        "hotline-legacy-answer, set ",
                        "unmapped on purpose");
        assertThat(told).doesNotContain("测试甲", "13800000000");
        assertThat(run("map", "explain", "--message", "1", "--format", "json")).contains("\"fate\" : \"MOVED\"");
    }

    @Test
    @Order(6)
    void aPreviewTellsWhatGoingBackWouldChangeAndIsReviewed() {
        String id = engineer.preview(first);
        JsonNode preview = engineer.get("/mappings/previews/" + id);
        assertThat(preview.path("done").asInt()).isEqualTo(preview.path("total").asInt());
        JsonNode result = preview.path("result");
        assertThat(result.path("changed").asInt()).as(result.toString()).isEqualTo(1);
        assertThat(result.at("/changes/0/mapping").asString()).isEqualTo("case-event-to-hotline-legacy-order");
        assertThat(result.at("/changes/0/field").asString()).isEqualTo("BODY.SQBT");
        assertThat(result.toString()).doesNotContain("测试甲");

        assertThat(engineer.review(id).path("digest").asString()).isEqualTo(first);
        assertThat(engineer.status("/mappings/previews/P0")).isEqualTo(404);
        assertThat(engineer.status("/messages/4711/origins")).isEqualTo(404);
        assertThat(engineer.status("/deliveries/4711/origins")).isEqualTo(404);
        assertThat(engineer.post("/mappings/previews", "{\"since\":\"yesterday\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(7)
    void theCommandComparesTwoSetsOnRecordedTraffic() {
        String told = run(
                "map",
                "diff",
                first.substring(0, 12),
                mappings.toString(),
                "--on",
                "recorded",
                "--since",
                "2021-09-01T00:00:00+08:00",
                "--until",
                "2021-10-01T00:00:00+08:00");
        assertThat(told)
                .contains(" 1 changed, 0 newly failing", "changed case-event-to-hotline-legacy-order BODY.SQBT in 1");
        assertThat(run("map", "diff", mappings.toString(), "mappings", "--on", "samples"))
                .contains("changed case-event-to-hotline-legacy-order BODY.SQBT in ");
    }

    /** As an operator calls it, in a process of its own: the password comes from the environment. */
    @Test
    @Order(8)
    void theCommandRollsTheRunningGatewayBack() throws Exception {
        String[] rollback = {"map", "rollback", first.substring(0, 12), "--reason", "演练", "--url", world.url()};
        assertThat(Engineer.printed("wrong", rollback)).startsWith("1 ").doesNotContain("is live");
        assertThat(engineer.live()).isNotEqualTo(first);
        assertThat(Engineer.printed("demo", rollback)).isEqualTo("0 mapping set " + first + " is live\n");
        assertThat(engineer.live()).isEqualTo(first);
        assertThat(engineer.get("/mappings")
                        .path("history")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("演练");
    }

    private StoredDelivery order() {
        return world.ledger().deliveries(CASE).stream()
                .filter(delivery -> delivery.peer().equals("hotline-legacy"))
                .findFirst()
                .orElseThrow();
    }

    private String run(String... command) {
        return command(Stream.concat(Stream.of(command), Stream.of("--data-dir", data.toString()))
                .toArray(String[]::new));
    }

    private static String command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GatewayCommand.run(words, new PrintStream(out, true, UTF_8), System.err);
        return out.toString(UTF_8);
    }

    private static JsonNode field(JsonNode conversion, String list, String path) {
        return StreamSupport.stream(conversion.path(list).spliterator(), false)
                .filter(field -> field.path("path").asString().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " in " + conversion));
    }

    /** Line and column of a rule's value. */
    private static String line(String text, String key) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(key);
            if (at >= 0) {
                return (i + 1) + ":" + (at + key.length() + 2);
            }
        }
        throw new AssertionError(key);
    }
}
