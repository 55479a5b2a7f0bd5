package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.simulator.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running gateway tells of itself. */
class MetricsTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:gateway|http|jvm|process)_[a-z_]+\\b");
    private static final Path DOCKER = Path.of("src/main/docker");

    @TempDir
    Path folder;

    @Test
    void everyMetricOfTheRulesAndTheBoardIsToldByARunningGateway() throws IOException {
        MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
        try (World world = new World(
                clock,
                folder.resolve("data"),
                "jdbc:sqlite:" + folder.resolve("ledger.db"),
                "--gateway.flow.sweep-every=200ms")) {
            world.peers().supervision().behave(Mode.REFUSE, Long.MAX_VALUE, "维护中");
            world.peers().hotline().send(Golden.text("G20"));
            world.peers().window().send(Golden.text("G1"));
            world.taken("hotline-legacy", "0016");
            String told = Awaitility.await("the backlog is told")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> new String(
                                    world.management("/actuator/prometheus").body(), StandardCharsets.UTF_8),
                            text -> text.contains("gateway_messages{") && text.contains("gateway_deliveries{"));
            assertThat(World.json(world.management("/actuator/health/liveness").body())
                            .path("components")
                            .propertyNames())
                    .as("what a restart would mend")
                    .containsExactly("livenessState");
            assertThat(asked())
                    .hasSizeGreaterThan(12)
                    .allSatisfy(metric -> assertThat(told).as(metric).containsPattern("(?m)^" + metric + "[{ ]"));
        }
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String file : new String[] {"rules.yml", "grafana/board.json"}) {
            METRIC.matcher(Files.readString(DOCKER.resolve(file))).results().forEach(found -> asked.add(found.group()));
        }
        return asked;
    }
}
