package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hotlinegateway.simulator.Received;
import org.hotlinegateway.simulator.Reply;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.hotlinegateway.simulator.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the running gateway, three times in the middle of 500 cases. */
class KillTest {
    private static final int CASES = 500;
    private static final int SENDERS = 8;
    private static final int KILLS = 3;
    private static final Pattern CASE_NO = Pattern.compile("BBCS-442000002-20261101-\\d{4}");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();

    @TempDir
    Path folder;

    private StandInPeers peers;
    private GatewayProcess gateway;

    @BeforeEach
    void start() {
        peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
        peers.start();
        gateway = new GatewayProcess(folder.resolve("data"), peers.port(), "--gateway.flow.sweep-every=1s").start();
        peers.connect(gateway.url());
    }

    @AfterEach
    void stop() {
        gateway.close();
        peers.close();
    }

    @Test
    void noAcknowledgedCaseIsMissingNoneIsTwiceAndEachKeepsItsOrder() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            var sending = IntStream.rangeClosed(1, CASES)
                    .mapToObj(number -> senders.submit(() -> sendCase(number)))
                    .toList();
            for (int kill = 1; kill <= KILLS; kill++) {
                int mark = CASES * 2 * kill / (KILLS + 1) - random.nextInt(CASES / 8);
                Awaitility.await("%d answers, seed %d".formatted(mark, seed))
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> answered.get() >= mark);
                gateway.kill();
                gateway.start();
            }
            for (var case_ : sending) {
                case_.get();
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(acknowledged).as("seed %d", seed).hasSize(CASES);
        Awaitility.await("every acknowledged case has its order and its supplement, seed " + seed)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> casesAt("/legacy/orders").equals(acknowledged)
                        && casesAt("/window/inbox").equals(acknowledged));
        assertEachCaseHadOneEffect();
        assertEachCaseKeptItsOrder();
    }

    private void sendCase(int number) {
        String caseNo = "BBCS-442000002-20261101-%04d".formatted(number);
        untilAcknowledged(created(caseNo, number));
        untilAcknowledged(supplement(caseNo, number));
        acknowledged.add(caseNo);
    }

    /** What a careful sender does: the same message again until there is an answer. */
    private void untilAcknowledged(String message) {
        Awaitility.await("acknowledged")
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    Reply reply = peers.window().send(message);
                    return reply.status() == 202 || reply.status() == 200;
                });
        answered.incrementAndGet();
    }

    private void assertEachCaseHadOneEffect() {
        Map<String, Long> orders = peers.received("hotline-legacy").stream()
                .filter(one -> one.path().equals("/legacy/orders") && one.verdict() == Verdict.TAKEN)
                .collect(Collectors.groupingBy(KillTest::caseOf, Collectors.counting()));
        assertThat(orders)
                .hasSize(CASES)
                .allSatisfy((caseNo, count) -> assertThat(count).isEqualTo(1));
        for (String peer : List.of("window", "hotline-legacy", "supervision")) {
            assertThat(peers.effects(peer))
                    .as(peer)
                    .allSatisfy((key, effect) -> assertThat(effect.effects()).isEqualTo(1));
            assertThat(peers.received(peer)).as(peer).noneMatch(one -> one.verdict() == Verdict.REFUSED);
        }
    }

    private void assertEachCaseKeptItsOrder() {
        Map<String, List<Integer>> versions = new HashMap<>();
        peers.received("window").stream()
                .filter(one -> one.verdict() == Verdict.TAKEN)
                .forEach(one -> versions.computeIfAbsent(caseOf(one), caseNo -> new ArrayList<>())
                        .add(versionOf(one)));
        assertThat(versions)
                .hasSize(CASES)
                .allSatisfy((caseNo, seen) -> assertThat(seen).isSorted());
    }

    private Set<String> casesAt(String path) {
        return peers.received(path.startsWith("/legacy") ? "hotline-legacy" : "window").stream()
                .filter(one -> one.path().equals(path) && one.verdict() == Verdict.TAKEN)
                .map(KillTest::caseOf)
                .collect(Collectors.toSet());
    }

    private static String caseOf(Received one) {
        Matcher matcher = CASE_NO.matcher(new String(one.body(), StandardCharsets.ISO_8859_1));
        return matcher.find() ? matcher.group() : "";
    }

    private static int versionOf(Received one) {
        Matcher matcher = VERSION.matcher(one.bodyText());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static String created(String caseNo, int number) {
        return """
                {"msgId":"W20261101090000-%04d","event":"CASE_CREATED","version":1,\
                "occurredAt":"2026-11-01T09:00:00+08:00","caseNo":"%s",\
                "hall":{"code":"ZS-DQ","name":"东区街道政务服务大厅","region":"442000002000","window":"BBCS-1","registrar":"窗口01"},\
                "applicant":{"kind":"PERSON","name":"测试甲","gender":"1","phone":"13800000000","secret":false},\
                "item":{"code":"11442000MB000000053442031001000","name":"个体工商户设立登记"},\
                "cause":["MULTI_DEPT"],"appealType":"HELP","title":"住宅作经营场所登记受阻",\
                "content":"拟用住宅登记经营场所,材料涉及多个部门。","handling":"HOTLINE","outOfScope":false,"urgent":false,"dept":"ORG-DQJD"}""".formatted(number, caseNo);
    }

    private static String supplement(String caseNo, int number) {
        return """
                {"msgId":"W20261101091000-%04d","event":"CASE_SUPPLEMENT","version":2,\
                "occurredAt":"2026-11-01T09:10:00+08:00","caseNo":"%s","supplement":"补充公示材料。","reason":"反映人补充"}""".formatted(number, caseNo);
    }
}
