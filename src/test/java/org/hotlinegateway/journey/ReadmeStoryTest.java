package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.hotlinegateway.ReadmeCommands;
import org.hotlinegateway.ReadmeCommands.Outcome;
import org.hotlinegateway.crash.GatewayProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor's first three minutes: the README's commands against a gateway as {@code spring-boot:run} starts it. */
class ReadmeStoryTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> STORY = ReadmeCommands.curls();

    @TempDir
    Path folder;

    private GatewayProcess gateway;

    @Test
    void theStoryOfTheReadmeComesTrue() {
        try (GatewayProcess started =
                GatewayProcess.withItsPeers(folder.resolve("data"), "--gateway.simulator.pause=300ms")) {
            gateway = started.start();
            JsonNode receipt = json("/window/events");
            assertThat(receipt.path("receipt").asString("")).isNotEmpty();
            assertThat(json("/window/events").path("receipt")).isEqualTo(receipt.path("receipt"));
            eventually(() ->
                    assertThat(json("20210908-0016").path("state").asString("")).isEqualTo("ARCHIVED"));

            assertThat(json("/appointment/alerts").path("status").asString("")).isEqualTo("1");
            eventually(this::theAlertIsACaseAtSanxiangWithAnOrder);

            eventually(() ->
                    assertThat(run("/inspect/hotline-legacy")).contains("BBCS-442000002-20210908-0016", "\"effects\""));
            eventually(() -> assertThat(run("/inspect/hotline")).contains("BBCS-442000114-20210625-0001"));
            eventually(() -> assertThat(run("/inspect/window"))
                    .contains("BBCS-442000002-20210908-0016", "CASE_CLOSED", "ZS-SX", "BBCS-442000114-20210625-0001"));
            assertThat(gateway.console()).doesNotContain(" WARN ", " ERROR ", "\tat ", "\n    at ");
        }
    }

    private void theAlertIsACaseAtSanxiangWithAnOrder() {
        JsonNode alertCase = json("20210625-0001");
        assertThat(alertCase.path("state").asString("")).isNotEmpty();
        assertThat(alertCase.path("orders").path(0).path("orderNo").asString(""))
                .isNotEmpty();
    }

    private JsonNode json(String command) {
        return JsonMapper.shared().readTree(run(command));
    }

    /** Runs the one command of the README whose last words are these. */
    private String run(String ending) {
        String command = STORY.stream()
                .filter(candidate -> candidate.endsWith(ending))
                .findFirst()
                .orElseThrow();
        Outcome outcome = ReadmeCommands.run(command, gateway.port(), gateway.peersPort());
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable holds) {
        Awaitility.await().atMost(SOON).untilAsserted(holds);
    }
}
