package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.awaitility.Awaitility;
import org.hotlinegateway.attachment.StandInClamd;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.simulator.Mode;
import org.hotlinegateway.simulator.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files of cases over real HTTP: from the window through the scanner into the store, and on to the hotline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentJourneyTest {
    /** In the message that carries a file, and in no order that only lists it. */
    private static final String FILE = "name=\"fileNo\"";

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:20+08:00");
    private final StandInClamd clamd = new StandInClamd();
    private World world;
    private int cases;

    @BeforeAll
    void start(@TempDir Path dataDir) {
        world = new World(
                clock,
                dataDir,
                "jdbc:sqlite:" + dataDir.resolve("ledger.db"),
                "--gateway.attachments.scanner=" + clamd.address(),
                "--gateway.attachments.scan-required=true",
                "--gateway.peers.hotline.outbound.first-back-off=10ms");
    }

    @AfterAll
    void stop() {
        world.close();
        clamd.close();
    }

    @Test
    void anUploadedFileReachesTheHotlineByADeliveryOfItsOwn() {
        String caseNo = registered();
        ordered(caseNo);
        byte[] picture = picture(300_000);
        assertThat(upload(caseNo, "F1", "权属材料.jpg", picture)).isEqualTo(202);

        Received file = fileOf(caseNo);
        assertThat(new String(file.body(), ISO_8859_1)).contains(new String(picture, ISO_8859_1));
        assertThat(file.bodyText()).contains("filename=\"权属材料.jpg\"", FILE, "F1");
        world.assertThatCase(caseNo).hasEvent("ATTACHMENT_KEPT").everythingIsAcknowledged();
        assertThat(deliveries(caseNo, "ATTACHMENT_KEPT")).isEqualTo(1);
        assertThat(world.matching("hotline", caseNo, "orderKind")).hasSize(1);
    }

    @Test
    void aFileKeptBeforeTheOrderHasItsNumberIsSentThen() {
        world.peers().hotline().behave(Mode.DOWN);
        String caseNo = registered();
        upload(caseNo, "F1", "a.jpg", picture(1_000));
        world.assertThatCase(caseNo).hasEvent("ATTACHMENT_KEPT");
        assertThat(deliveries(caseNo, "ATTACHMENT_KEPT")).isZero();

        world.peers().hotline().behave(Mode.OK);
        world.awaitWithClock(
                clock, () -> !world.matching("hotline", caseNo, FILE).isEmpty());
        world.assertThatCase(caseNo).everythingIsAcknowledged();
        assertThat(world.matching("hotline", caseNo, "orderKind")).hasSize(1);
    }

    @Test
    void aFileTheHotlineFailsToTakeIsSentAgainAndTheOrderIsNot() {
        String caseNo = registered();
        ordered(caseNo);
        world.awaitQuiet();
        world.peers().hotline().behave(Mode.HTTP_500, 2, "");
        upload(caseNo, "F1", "a.jpg", picture(1_000));
        world.awaitWithClock(
                clock, () -> !world.matching("hotline", caseNo, FILE).isEmpty());
        assertThat(world.matching("hotline", caseNo, "orderKind")).hasSize(1);
        assertThat(world.matching("hotline", caseNo, FILE)).hasSize(1);
    }

    @Test
    void malwareGoesNowhereAndItsCaseGoesOn() {
        String caseNo = registered();
        ordered(caseNo);
        upload(caseNo, "F1", "a.txt", StandInClamd.EICAR.getBytes(UTF_8));
        Awaitility.await().until(() -> staff("/attachments?state=REFUSED").contains(caseNo));
        assertThat(staff("/attachments?state=REFUSED")).contains("MALWARE").doesNotContain("a.txt");
        assertThat(deliveries(caseNo, "ATTACHMENT_KEPT")).isZero();
        world.assertThatCase(caseNo).isIn("HANDED_OFF").everythingIsAcknowledged();
    }

    @Test
    void staffLetARefusedFileStartAgain() {
        String caseNo = registered();
        upload(caseNo, "F1", "a.txt", StandInClamd.EICAR.getBytes(UTF_8));
        Awaitility.await()
                .until(() -> staff("/cases/" + caseNo + "/attachments").contains("REFUSED"));
        String id = World.json(staff("/cases/" + caseNo + "/attachments").getBytes(UTF_8))
                .path(0)
                .path("id")
                .asString("");
        assertThat(world.staff("POST", "/attachments/" + id + "/replay", "{}").statusCode())
                .isEqualTo(400);
        HttpResponse<byte[]> again = world.staff("POST", "/attachments/" + id + "/replay", "{\"reason\":\"误报\"}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(World.json(again.body()).path("state").asString("")).isEqualTo("NAMED");
        assertThat(upload(caseNo, "F1", "a.jpg", picture(500))).isEqualTo(202);
    }

    private String registered() {
        String caseNo = "BBCS-442000114-20210908-%04d".formatted(100 + ++cases);
        String message =
                Golden.caseLike(caseNo).replace("\"size\":482113", "\"size\":0").replace("ZS-DQ", "ZS-SX");
        HttpResponse<byte[]> receipt =
                world.post("/api/v1/window/events", "demo-window", "application/json", message.getBytes(UTF_8));
        assertThat(receipt.statusCode()).as(new String(receipt.body(), UTF_8)).isEqualTo(202);
        world.assertThatCase(caseNo).isIn("HANDED_OFF");
        return caseNo;
    }

    /** The hotline may be left alone for a while after an earlier test; the clock is moved until it is not. */
    private void ordered(String caseNo) {
        world.awaitWithClock(
                clock, () -> !world.matching("hotline", caseNo, "orderKind").isEmpty());
    }

    private int upload(String caseNo, String fileId, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"caseNo\"\r\n\r\n" + caseNo
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"fileId\"\r\n\r\n" + fileId
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        return world.post(
                        "/api/v1/window/attachments",
                        "demo-window",
                        "multipart/form-data; boundary=edge",
                        body.toByteArray())
                .statusCode();
    }

    private Received fileOf(String caseNo) {
        world.taken("hotline", caseNo, FILE);
        return world.matching("hotline", caseNo, FILE).stream()
                .filter(one -> one.path().equals("/hotline/v2/files"))
                .findFirst()
                .orElseThrow();
    }

    private long deliveries(String caseNo, String type) {
        return world.ledger().deliveries(caseNo).stream()
                .filter(one -> one.eventType().equals(type))
                .filter(one -> one.state() != DeliveryState.SKIPPED)
                .map(StoredDelivery::id)
                .count();
    }

    private String staff(String path) {
        return new String(world.staff("GET", path, "").body(), UTF_8);
    }

    private static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        byte[] start = HexFormat.of().parseHex("ffd8ffe000104a464946");
        System.arraycopy(start, 0, picture, 0, Math.min(size, start.length));
        return picture;
    }
}
