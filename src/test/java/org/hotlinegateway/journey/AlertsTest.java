package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
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

/** Alerts of a whole gateway over a real webhook and a real mail server, under a clock that the test moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertsTest {
    private static final String CASE = "BBCS-442000002-20210902-3001";

    private final MovableClock clock = new MovableClock("2021-09-02T09:10:00+08:00");
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private AlertReceiver receiver;
    private World world;
    private Path mappings;

    @BeforeAll
    void start(@TempDir Path dataDir) throws IOException {
        mail.start();
        receiver = new AlertReceiver();
        mappings = dataDir.resolve("mappings");
        FolderCopy.of(Path.of("mappings"), mappings);
        world = new World(
                clock,
                dataDir,
                "jdbc:sqlite:" + dataDir.resolve("ledger.db"),
                "--gateway.mappings-dir=" + mappings,
                "--gateway.mappings.look-every=100ms",
                "--gateway.supervision.rounds.every=50ms",
                "--gateway.supervision.rounds.sheets-every=100ms",
                "--gateway.supervision.rounds.alerts-every=50ms",
                "--gateway.alerts.webhook.url=" + receiver.url(),
                "--gateway.alerts.webhook.secret=" + AlertReceiver.SECRET,
                "--gateway.alerts.mail.host=127.0.0.1",
                "--gateway.alerts.mail.port=" + mail.getSmtp().getPort(),
                "--gateway.alerts.mail.to=duty@example.cn");
    }

    @AfterAll
    void stop() {
        world.close();
        receiver.close();
        mail.stop();
    }

    @Test
    @Order(1)
    void aTestAlertGoesEveryWayAndNeedsAReason() throws Exception {
        assertThat(world.staff("POST", "/alerts/test", "{}").statusCode()).isEqualTo(400);
        assertThat(world.staff("POST", "/alerts/test", "{\"reason\":\"看看通不通\"}").statusCode())
                .isEqualTo(202);
        await("the webhook", () -> receiver.of("TEST").size() == 1);
        await("the mail", () -> mail.getReceivedMessages().length == 1);
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("[TEST] staff");
        assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("duty@example.cn");
        assertThat(mail.getReceivedMessages()[0].getContent()).asString().contains("试发的告警");
    }

    @Test
    @Order(2)
    void aReceiverThatIsDownGetsItLaterAndOnce() {
        receiver.refuse(1);
        world.staff("POST", "/alerts/test", "{\"reason\":\"再试\"}");
        await(
                "the refusal",
                () -> world.staff("GET", "/alerts", "").body().length > 0
                        && new String(world.staff("GET", "/alerts", "").body(), UTF_8).contains("HTTP 500"));
        move(Duration.ofSeconds(31));
        await("the second try", () -> receiver.of("TEST").size() == 2);
        await("the mail once", () -> mail.getReceivedMessages().length == 2);
    }

    @Test
    @Order(3)
    void anOutageIsToldAtItsBeginNowAndThenAndAtItsEndWithFigures() throws IOException {
        world.peers().hotline().behave(Mode.DOWN);
        register(CASE, "3001");
        await("a failed attempt", () -> attempts(CASE) > 0);
        move(Duration.ofMinutes(3));
        await("the begin", () -> receiver.of("OUTAGE_BEGUN").size() == 1);
        assertThat(receiver.of("OUTAGE_BEGUN").get(0).path("subject").asString())
                .isEqualTo("hotline");
        move(Duration.ofMinutes(31));
        await("the reminder", () -> receiver.of("OUTAGE_LASTS").size() == 1);
        world.peers().hotline().behave(Mode.OK);
        move(Duration.ofMinutes(11));
        world.assertThatCase(CASE).hasEvent("ORDER_LINKED");
        await("the end", () -> receiver.of("OUTAGE_OVER").size() == 1);
        JsonNode facts = receiver.of("OUTAGE_OVER").get(0).path("facts");
        assertThat(facts.path("waited").asInt()).isEqualTo(1);
        assertThat(facts.path("outSeconds").asInt()).isGreaterThanOrEqualTo(34 * 60);
        assertThat(facts.path("drainedAt").asString()).startsWith("2021-09-02T");
        assertThat(receiver.of("OUTAGE_BEGUN")).hasSize(1);
        assertThat(World.json(world.staff("GET", "/outages", "").body()).size()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void aPeerThatIsSilentForTwoOfficeHoursIsToldOnce() {
        move(Duration.ofHours(6));
        await(
                "silence",
                () -> receiver.of("SILENT").stream()
                        .anyMatch(alert -> alert.path("subject").asString().equals("hotline")));
        assertThat(monitor("silent-peer").path("count").asInt()).isGreaterThan(0);
    }

    @Test
    @Order(5)
    void theMonitorsTellCountOldestListAndAlarm() {
        assertThat(StreamSupport.stream(monitors().spliterator(), false)
                        .map(m -> m.path("name").asString()))
                .containsExactly(
                        "no-number", "near-deadline", "silent-peer", "closed-not-told", "no-visit", "went-nowhere");
        assertThat(monitor("went-nowhere").path("count").asInt()).isZero();
        assertThat(monitor("no-number").path("alarming").asBoolean()).isFalse();
    }

    @Test
    @Order(6)
    void aDayThatHasEndedHasABalancedSheet() {
        clock.moveTo("2021-09-03T09:00:00+08:00");
        await("the sheet", () -> sheets().size() > 0);
        assertThat(sheets()).allSatisfy(sheet -> {
            assertThat(sheet.path("balanced").asBoolean()).isTrue();
            assertThat(sheet.path("accepted").asInt()).isPositive();
        });
        assertThat(world.staff("GET", "/balance/days?from=2021-09-03&to=2021-09-02", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(7)
    void aMappingEditThatIsRefusedIsTold() throws IOException {
        Files.writeString(mappings.resolve("hotline/hotline-answer.map.yaml"), "language: 1\nmapping: nonsense\n");
        await("the refusal", () -> receiver.of("MAPPING_REFUSED").size() == 1);
        assertThat(receiver.text()).contains("hotline-answer.map.yaml");
    }

    private void move(Duration by) {
        clock.moveTo(clock.instant()
                .plus(by)
                .atZone(clock.getZone())
                .toOffsetDateTime()
                .toString());
    }

    private static void await(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }

    private int attempts(String caseNo) {
        return world.ledger().deliveries(caseNo).stream()
                .filter(delivery -> delivery.peer().equals("hotline"))
                .mapToInt(delivery -> world.ledger().attempts(delivery.id()).size())
                .sum();
    }

    private List<JsonNode> sheets() {
        JsonNode sheets = World.json(world.staff("GET", "/balance/days?from=2021-09-02&to=2021-09-02", "")
                .body());
        return StreamSupport.stream(sheets.spliterator(), false).toList();
    }

    private JsonNode monitors() {
        return World.json(world.staff("GET", "/monitors", "").body());
    }

    private JsonNode monitor(String name) {
        return StreamSupport.stream(monitors().spliterator(), false)
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void register(String caseNo, String number) throws IOException {
        String message = Files.readString(
                        Path.of("mappings/samples/window-event-to-case-event/out-of-scope.in.json"), UTF_8)
                .replace("BBCS-442000002-20210902-0009", caseNo)
                .replace("W20210902103000-0009", "W20210902103000-" + number);
        assertThat(world.peers().window().send(message).status()).isEqualTo(202);
    }
}
