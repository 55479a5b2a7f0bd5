package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hotlinegateway.simulator.Received;
import org.hotlinegateway.simulator.StandInPeers;
import org.hotlinegateway.simulator.Verdict;

/**
 * Cases with a supplement each, sent by careful senders: the same message again until there is an answer, at each address
 * of the gateway in turn, as a load balancer does. Knows what must be true of them at the peers afterwards.
 */
public final class CaseLoad implements AutoCloseable {
    private static final Pattern CASE_NO = Pattern.compile("BBCS-442000002-20261101-\\d{4}");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final StandInPeers peers;
    private final List<String> addresses;
    private final ExecutorService senders;
    private final List<Future<?>> sending = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private int cases;

    /**
     * Makes a load that is not yet sent.
     *
     * @param peers who receive what becomes of it
     * @param senders how many messages are on their way at a time
     * @param addresses base addresses of one or several gateways
     */
    public CaseLoad(StandInPeers peers, int senders, List<String> addresses) {
        this.peers = peers;
        this.addresses = List.copyOf(addresses);
        this.senders = Executors.newFixedThreadPool(senders);
    }

    /** Begins to send so many further cases. */
    public CaseLoad send(int count) {
        for (int i = 0; i < count; i++) {
            int number = ++cases;
            sending.add(senders.submit(() -> sendCase(number)));
        }
        return this;
    }

    /** Begins to send so many cases again from a number on, as senders do who are told that something was lost. */
    public CaseLoad sendAgain(int first, int count) {
        for (int i = 0; i < count; i++) {
            int number = first + i;
            sending.add(senders.submit(() -> sendCase(number)));
        }
        return this;
    }

    /** Waits until so many messages were acknowledged. */
    public void awaitAnswers(int count) {
        Awaitility.await(count + " answers")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> answered.get() >= count);
    }

    /** Messages acknowledged so far. */
    public int answered() {
        return answered.get();
    }

    /** How often no address took a message, so that its sender had to wait. */
    public int refused() {
        return refused.get();
    }

    /** Waits until everything was acknowledged. */
    public void awaitAcknowledged() throws InterruptedException, ExecutionException {
        for (Future<?> one : sending) {
            one.get();
        }
        assertThat(acknowledged).hasSize(cases);
    }

    /** Waits until every case has its order and its supplement. */
    public void awaitDelivered() {
        Awaitility.await("every acknowledged case has its order and its supplement")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> casesAt("/legacy/orders").containsAll(acknowledged)
                        && casesAt("/window/inbox").containsAll(acknowledged));
    }

    /** Nothing is missing, nothing took effect twice, and each case kept its order. */
    public void assertNothingIsLostDoubledOrOutOfOrder() {
        assertEachCaseHadOneEffect();
        assertEachCaseKeptItsOrder();
    }

    private void sendCase(int number) {
        String caseNo = "BBCS-442000002-20261101-%04d".formatted(number);
        untilAcknowledged(created(caseNo, number), number);
        untilAcknowledged(supplement(caseNo, number), number);
        acknowledged.add(caseNo);
    }

    private void untilAcknowledged(String message, int number) {
        Awaitility.await("acknowledged")
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isTakenSomewhere(message, number));
        answered.incrementAndGet();
    }

    private boolean isTakenSomewhere(String message, int number) {
        for (int i = 0; i < addresses.size(); i++) {
            if (isTaken(message, addresses.get((number + i) % addresses.size()))) {
                return true;
            }
        }
        refused.incrementAndGet();
        return false;
    }

    private boolean isTaken(String message, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/window/events"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer demo-window")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 202 || status == 200;
        } catch (IOException goneOrStopping) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void assertEachCaseHadOneEffect() {
        Map<String, Long> orders = peers.received("hotline-legacy").stream()
                .filter(one -> one.path().equals("/legacy/orders") && one.verdict() == Verdict.TAKEN)
                .collect(Collectors.groupingBy(CaseLoad::caseOf, Collectors.counting()));
        assertThat(orders)
                .hasSize(cases)
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
                .hasSize(cases)
                .allSatisfy((caseNo, seen) -> assertThat(seen).isSorted());
    }

    private Set<String> casesAt(String path) {
        return peers.received(path.startsWith("/legacy") ? "hotline-legacy" : "window").stream()
                .filter(one -> one.path().equals(path) && one.verdict() == Verdict.TAKEN)
                .map(CaseLoad::caseOf)
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

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
