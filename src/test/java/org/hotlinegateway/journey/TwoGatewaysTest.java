package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.PostgresServer;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two gateways on one PostgreSQL, each with a mappings folder of its own, run the same set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoGatewaysTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REGIONS = "tables/regions.csv";

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
    private final String ledger = PostgresServer.newDatabase();
    private final String keys = KeyRing.generate().strip().replace('\n', ',');
    private Path folder;
    private World north;
    private World south;
    private String first;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        this.folder = folder;
        north = gateway("north");
        south = gateway("south");
        first = live(north);
    }

    private World gateway(String name) throws IOException {
        Path mappings = folder.resolve(name + "-mappings");
        if (!Files.exists(mappings)) {
            FolderCopy.of(Path.of("mappings"), mappings);
        }
        return new World(
                clock,
                folder.resolve(name),
                ledger,
                "--gateway.instance=" + name,
                "--gateway.keys=" + keys,
                "--gateway.mappings-dir=" + mappings);
    }

    @AfterAll
    void stop() {
        north.close();
        south.close();
    }

    @Test
    @Order(1)
    void bothSayThatTheyRunTheSameSet() {
        assertThat(live(south)).isEqualTo(first);
        awaitBothRun(first);
        assertThat(staff(north, "/mappings").path("history").size()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void anEditAtOneIsTakenUpByTheOther() throws IOException {
        append("north", "442000902,442000902000,新设街道,STREET,,,,");
        Awaitility.await("south runs another set")
                .atMost(SOON)
                .until(() -> !live(south).equals(first));
        awaitBothRun(live(north));
        JsonNode now = staff(south, "/mappings").path("history").get(0);
        assertThat(now.path("instance").asString()).isEqualTo("north");
        assertThat(now.path("cause").asString()).isEqualTo("FILES");
        assertThat(now.path("reason").asString()).isEqualTo("edited: tables/regions.csv");
        assertThat(now.path("previous").asString()).isEqualTo(first);
    }

    @Test
    @Order(3)
    void aRollbackAtOneIsOneForBoth() {
        assertThat(south.staff("POST", "/mappings/rollback", "{\"reason\":\"演练\"}")
                        .statusCode())
                .isEqualTo(200);
        awaitBothRun(first);
    }

    @Test
    @Order(4)
    void aGatewayThatWasAwayComesBackToWhatTheOthersRun() throws IOException {
        south.close();
        append("north", "442000903,442000903000,又一街道,STREET,,,,");
        Awaitility.await("north runs another set")
                .atMost(SOON)
                .until(() -> !live(north).equals(first));
        south = gateway("south");
        assertThat(live(south)).isEqualTo(live(north));
        awaitBothRun(live(north));
    }

    @Test
    @Order(5)
    void aPeerHeldAtOneIsHeldAtTheOther() {
        assertThat(north.staff("PUT", "/peers/hotline/settings/hold", "{\"value\":\"true\",\"reason\":\"演练\"}")
                        .statusCode())
                .isEqualTo(200);
        awaitHotline(south, "HELD");
        south.staff("PUT", "/peers/hotline/settings/hold", "{\"reason\":\"演练完\"}");
        awaitHotline(north, "DRAINING");
    }

    private static void awaitHotline(World world, String state) {
        Awaitility.await("the hotline is " + state)
                .atMost(SOON)
                .until(() -> staff(world, "/peers/hotline")
                        .path("here")
                        .path("state")
                        .asString()
                        .equals(state));
    }

    private void awaitBothRun(String digest) {
        Awaitility.await("both run " + digest)
                .atMost(SOON)
                .until(() -> running(north).equals(List.of("north " + digest, "south " + digest))
                        && running(south).equals(running(north)));
    }

    private static List<String> running(World world) {
        return staff(world, "/mappings")
                .path("instances")
                .valueStream()
                .map(one ->
                        one.path("name").asString() + " " + one.path("digest").asString())
                .toList();
    }

    private static String live(World world) {
        return staff(world, "/mappings").path("live").path("digest").asString();
    }

    private static JsonNode staff(World world, String path) {
        return World.json(world.staff("GET", path, "").body());
    }

    private void append(String name, String row) throws IOException {
        Path file = folder.resolve(name + "-mappings").resolve(REGIONS);
        Files.write(file, (Files.readString(file) + row + "\n").getBytes(UTF_8));
    }
}
