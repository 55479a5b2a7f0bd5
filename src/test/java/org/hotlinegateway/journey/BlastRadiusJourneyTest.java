package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.cli.GatewayCommand;
import org.hotlinegateway.ledger.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Staff and engineers ask a gateway what a change would reach, of what really passed. */
class BlastRadiusJourneyTest {
    private static final String CASE = "BBCS-442000002-20210908-0016";
    private static final String ORDER = "0210908155301000001";

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");

    @TempDir
    private Path data;

    @Test
    void whatPassedIsCountedByTheGatewayAndBesideIt() {
        try (World world = new World(clock, data, "jdbc:sqlite:" + data.resolve("ledger.db"))) {
            world.peers().legacy().nextOrderNo(ORDER);
            assertThat(world.peers().window().send(Golden.text("G1")).status()).isEqualTo(202);
            world.assertThatCase(CASE).hasOrder(ORDER);

            JsonNode table = blast(world, "tables%2Fcauses.csv");
            assertThat(table.path("kind").asString()).isEqualTo("TABLE");
            assertThat(texts(table.path("peers"))).containsExactly("hotline", "hotline-legacy", "window");
            assertThat(counts(table))
                    .containsExactly(
                            "case-event-to-hotline-legacy-order hotline-legacy 1 1",
                            "window-event-to-case-event window 1 0");
            assertThat(counts(blast(world, "tables%2Fcauses.csv%23cause=MULTI_DEPT")))
                    .hasSize(2);
            assertThat(counts(blast(world, "tables%2Fcauses.csv%23cause=ATTITUDE")))
                    .isEmpty();
            assertThat(blast(world, "tables%2Fcauses.csv&days=0")
                            .path("traffic")
                            .isNull())
                    .isTrue();

            assertThat(world.staff("GET", "/mappings/blast?of=cuases", "").statusCode())
                    .isEqualTo(404);
            assertThat(world.staff("GET", "/mappings/blast", "").statusCode()).isEqualTo(400);
            assertThat(world.get("/staff/api/v1/mappings/blast?of=case.title", "demo-window")
                            .statusCode())
                    .isEqualTo(401);

            assertThat(besideIt()).contains(counted());
        }
        assertThat(besideIt()).contains(counted());
    }

    private static String counted() {
        return """
              case-event-to-hotline-legacy-order, peer hotline-legacy: 1 message(s) sent, 1 case(s)
              window-event-to-case-event, peer window: 1 message(s) received
            """;
    }

    private String besideIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = {"map", "blast", "tables/causes.csv", "--data-dir", data.toString(), "--days", "36500"};
        int code = GatewayCommand.run(arguments, new PrintStream(out), new PrintStream(err));
        assertThat(code).as(err.toString(UTF_8)).isZero();
        return out.toString(UTF_8);
    }

    private static JsonNode blast(World world, String of) {
        return World.json(world.staff("GET", "/mappings/blast?of=" + of, "").body());
    }

    private static List<String> counts(JsonNode blast) {
        List<String> counts = new ArrayList<>();
        blast.path("traffic")
                .path("counts")
                .forEach(count -> counts.add(count.path("mapping").asString() + " "
                        + count.path("peer").asString() + " "
                        + count.path("messages").asInt() + " "
                        + count.path("cases").asInt()));
        return counts;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
