package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An engineer edits the route files of a running gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RouteReloadTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String WINDOW = "window-delivery.camel.yaml";
    private static final int ROUTES = 13;

    private final MovableClock clock = new MovableClock("2021-09-08T15:53:01+08:00");
    private Path routes;
    private World world;
    private int cases = 16;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        routes = Files.createDirectories(folder.resolve("routes"));
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        Path data = folder.resolve("data");
        world = new World(
                clock,
                data,
                "jdbc:sqlite:" + data.resolve("ledger.db"),
                "--gateway.routes-dir=" + routes,
                "--gateway.mappings.look-every=100ms");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void editedRoutesTakeThePlaceOfRunningOnesAndNothingInHandIsLost() throws IOException {
        List<String> sent = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            int edition = i;
            edit(WINDOW, "发送", "发送" + i);
            edit("window-intake.camel.yaml", "取出原文", "取出原文" + i);
            await("the edit is taken up", () -> {
                sent.add(sendCase());
                return edition() >= edition;
            });
        }
        sent.forEach(caseNo -> world.taken("window", caseNo));
        sent.forEach(caseNo -> world.assertThatCase(caseNo).hasOrders(1));
    }

    @Test
    @Order(2)
    void everyMistakeLeavesTheRunningRoutesAndIsToldInItsPlace() throws IOException {
        String good = Files.readString(routes.resolve(WINDOW));
        refused(good.replace("routeConfigurationId: delivery-policy", "routeConfigurationId: delivery-polcy"))
                .startsWith(WINDOW + ":5:27: routeConfigurationId 'delivery-polcy' is unknown. Expected a failure"
                        + " policy. Did you mean 'delivery-policy'?");
        refused(good.replace("id: window-delivery\n", "id: window-deliver\n"))
                .startsWith(WINDOW + ":2:9: id 'window-deliver' is not the file's name 'window-delivery'");
        refused(good.replace("group: window\n", "group: windows\n"))
                .startsWith(WINDOW + ":4:12: group 'windows' is unknown. Expected a configured peer. Did you mean"
                        + " 'window'?");
        refused(good.replace("mapping:window-answer", "mapping:window-anser"))
                .contains("mapping 'window-anser' is unknown. Expected a mapping of the live set. Did you mean"
                        + " 'window-answer'?");
        refused(good.replace("- route:", "- route")).startsWith(WINDOW + ":");
        refused(good.replace("ref: outbox", "ref: outbx"))
                .startsWith(WINDOW + ":0:0: ")
                .contains("outbx");
        Files.writeString(routes.resolve(WINDOW), good);
        awaitNoneRefused();
        assertThat(newCase()).isNotBlank();
    }

    @Test
    @Order(3)
    void aRemovedRouteStopsAndItsWorkWaitsUntilItIsBack() throws IOException {
        String text = Files.readString(routes.resolve(WINDOW));
        Files.delete(routes.resolve(WINDOW));
        await("the route is gone", () -> running() == ROUTES - 1);
        int before = world.peers().received("window").size();
        String caseNo = sendCase();
        world.assertThatCase(caseNo).hasEvent("ORDER_LINKED");
        assertThat(world.peers().received("window")).hasSize(before);
        Files.writeString(routes.resolve(WINDOW), text);
        await("the route is back", () -> running() == ROUTES);
        world.taken("window", caseNo);
    }

    @Test
    @Order(4)
    void anEditedPolicyIsTakenUpByItsRoutes() throws IOException {
        int before = edition();
        edit("delivery-policy.camel.yaml", "description: 意外 (anything unforeseen)", "description: 意外");
        await("the policy is taken up", () -> edition() > before);
        await("all routes run", () -> running() == ROUTES);
        assertThat(newCase()).isNotBlank();
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(String text) throws IOException {
        Files.writeString(routes.resolve(WINDOW), text);
        String[] told = new String[1];
        await("the edit is refused", () -> {
            JsonNode problem = detail("rejected").path(0);
            told[0] = problem.asString("");
            return !told[0].isEmpty() && !told[0].equals(last);
        });
        last = told[0];
        assertThat(running()).isEqualTo(ROUTES);
        return assertThat(told[0]);
    }

    private String last = "";

    private void awaitNoneRefused() {
        await("no edit is refused", () -> detail("rejected").isMissingNode());
    }

    private JsonNode detail(String name) {
        return world.health().at("/components/routes/details/" + name);
    }

    private int running() {
        return detail("routes").asInt(0) - detail("stopped").size();
    }

    private int edition() {
        return detail("edition").asInt(0);
    }

    private String newCase() {
        String caseNo = sendCase();
        world.taken("window", caseNo);
        return caseNo;
    }

    private String sendCase() {
        String no = "%04d".formatted(cases++);
        String caseNo = "BBCS-442000002-20210908-" + no;
        String message =
                Golden.text("G1").replace("20210908-0016", "20210908-" + no).replace("155300-0016", "155300-" + no);
        assertThat(world.peers().window().send(message).status()).isEqualTo(202);
        return caseNo;
    }

    private void edit(String file, String before, String after) throws IOException {
        Path path = routes.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private static void await(String sentence, Callable<Boolean> holds) {
        Awaitility.await(sentence).atMost(SOON).until(holds);
    }
}
