package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.hotlinegateway.cli.GatewayCommand;
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

/** An engineer asks a running gateway where a field came from, and what a changed set would have made of yesterday. */
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
    private String first;

    @BeforeAll
    void aCaseIsHandedOff(@TempDir Path folder) throws IOException {
        mappings = folder.resolve("mappings");
        data = folder.resolve("data");
        copy(Path.of("mappings"), mappings);
        world = new World(
                clock, data, "jdbc:sqlite:" + data.resolve("ledger.db"), "--gateway.mappings-dir=" + mappings);
        first = live();
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
        JsonNode origins = staff("/messages/1/origins");
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
    void aDeliveryExplainsByTheOldSetAfterTheFilesHaveChanged() throws IOException {
        String text = Files.readString(mappings.resolve(FILE));
        assertThat(text).contains("BODY.SQBT: {");
        Files.writeString(
                mappings.resolve(FILE),
                "# edited\n"
                        + text.substring(0, text.indexOf("\ntests:")).replace("slice: 0..50, mask", "slice: 0..3, mask")
                        + "\n");
        Awaitility.await("the edit is live").atMost(SOON).until(() -> !live().equals(first));

        JsonNode origins = staff("/deliveries/" + order().id() + "/origins");
        JsonNode made = origins.path("conversions").get(0);
        assertThat(made.path("digest").asString()).isEqualTo(first);
        assertThat(made.path("at").asString()).isEqualTo("2021-09-08T07:53:01Z");
        JsonNode title = field(made, "fields", "BODY.SQBT");
        assertThat(title.path("rule").asString()).isEqualTo(FILE + ":" + line(text, "BODY.SQBT:"));
        assertThat(title.path("sources").get(0).asString()).isEqualTo("case.title");
        JsonNode answer = origins.path("conversions").get(1);
        assertThat(answer.path("mapping").asString()).isEqualTo("hotline-legacy-answer");
        assertThat(answer.path("context").path("httpStatus").asString()).isEqualTo("200");
        assertThat(field(answer, "fields", "peerReference").path("value").asString())
                .isEqualTo("\"" + ORDER + "\"");
        assertThat(answer.path("errors").size()).isZero();
    }

    @Test
    @Order(3)
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
    @Order(4)
    void aPreviewTellsWhatGoingBackWouldChangeAndIsReviewed() {
        HttpResponse<byte[]> started = world.staff(
                "POST",
                "/mappings/previews",
                "{\"candidate\":\"" + first + "\",\"since\":\"2021-09-01T00:00:00+08:00\","
                        + "\"until\":\"2021-10-01T00:00:00+08:00\"}");
        assertThat(started.statusCode()).as(new String(started.body(), UTF_8)).isEqualTo(202);
        String id = World.json(started.body()).path("id").asString();
        Awaitility.await("the preview is done")
                .atMost(SOON)
                .until(() -> staff("/mappings/previews/" + id)
                        .path("state")
                        .asString()
                        .equals("DONE"));
        JsonNode preview = staff("/mappings/previews/" + id);
        assertThat(preview.path("done").asInt()).isEqualTo(preview.path("total").asInt());
        JsonNode result = preview.path("result");
        assertThat(result.path("changed").asInt()).as(result.toString()).isEqualTo(1);
        assertThat(result.at("/changes/0/mapping").asString()).isEqualTo("case-event-to-hotline-legacy-order");
        assertThat(result.at("/changes/0/field").asString()).isEqualTo("BODY.SQBT");
        assertThat(result.toString()).doesNotContain("测试甲");

        HttpResponse<byte[]> review =
                world.staff("POST", "/mappings/previews/" + id + "/review", "{\"reason\":\"逐条看过\"}");
        assertThat(review.statusCode()).isEqualTo(200);
        assertThat(World.json(review.body()).path("digest").asString()).isEqualTo(first);
        assertThat(status("/mappings/previews/P0")).isEqualTo(404);
        assertThat(status("/messages/4711/origins")).isEqualTo(404);
        assertThat(status("/deliveries/4711/origins")).isEqualTo(404);
        assertThat(world.staff("POST", "/mappings/previews", "{\"since\":\"yesterday\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(5)
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

    private StoredDelivery order() {
        return world.ledger().deliveries(CASE).stream()
                .filter(delivery -> delivery.peer().equals("hotline-legacy"))
                .findFirst()
                .orElseThrow();
    }

    private String run(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of(command), Stream.of("--data-dir", data.toString()))
                .toArray(String[]::new);
        GatewayCommand.run(all, new PrintStream(out, true, UTF_8), System.err);
        return out.toString(UTF_8);
    }

    private String live() {
        return staff("/mappings").path("live").path("digest").asString();
    }

    private int status(String path) {
        return world.staff("GET", path, "").statusCode();
    }

    private JsonNode staff(String path) {
        return World.json(world.staff("GET", path, "").body());
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
