package org.hotlinegateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.hotlinegateway.crash.GatewayProcess;
import org.hotlinegateway.simulator.Received;
import org.hotlinegateway.simulator.Reply;
import org.hotlinegateway.simulator.SimulatorSettings;
import org.hotlinegateway.simulator.StandInPeers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Window cases of 1.5 KB through a gateway in a process of its own: how long one takes from its 202 to its order, and
 * what a steady load costs. Prints figures beside their limits; fails when a case is lost, never because it is slow.
 * Sender and stand-ins share the processors with the gateway: {@code -Dsurefire.args="-Xmx1g -XX:TieredStopAtLevel=1"}
 * keeps their share small.
 */
@Tag("bench")
class LoadBench {
    private static final Logger LOG = LoggerFactory.getLogger(LoadBench.class);
    private static final int RATE = Integer.getInteger("bench.rate", 200);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 2_000);
    private static final int SINGLES = 100;
    private static final int SENDERS = 32;
    private static final double LATENCY_LIMIT_MS = 300;
    private static final String JVM = System.getProperty("bench.jvm", "@src/main/docker/java.options -Xmx512m");

    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    private StandInPeers peers;
    private GatewayProcess gateway;
    private OpenWork work;

    @BeforeEach
    void start() throws Exception {
        peers = new StandInPeers(SimulatorSettings.onFreePort("http://localhost:1"), Clock.systemUTC());
        peers.start();
        Path data = folder.resolve("data");
        gateway = new GatewayProcess(data, peers.port())
                .inJvm(Arrays.asList(JVM.split(" ", -1)))
                .start();
        peers.connect(gateway.url());
        work = new OpenWork(data);
    }

    @AfterEach
    void stop() throws Exception {
        work.close();
        gateway.stop();
        peers.close();
    }

    @Test
    void casesFromTheWindowToTheHotline() throws Exception {
        Instant begin = Instant.now();
        load(WARM_UP, RATE);
        awaitNoBacklog();
        say("warm-up of %d cases, %.1f s", WARM_UP, secondsSince(begin));
        latencyOfOne();
        loadOfMany();
        assertThat(errors).isEmpty();
        assertThat(work.stuck()).as("parked or held").isZero();
        assertThat(ordersTaken()).as("orders at the hotlines").isEqualTo(numbers.get());
    }

    private void latencyOfOne() throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < SINGLES; i++) {
            int number = numbers.incrementAndGet();
            send(number);
            Instant answered = Instant.now();
            Instant arrived = orderOf(number);
            nanos.add(Math.max(0, Duration.between(answered, arrived).toNanos()));
            awaitNoBacklog();
        }
        Figures figures = Figures.ofNanos(nanos);
        say(
                "one case, 202 to order: %s; p95 is %.2f of %.0f ms",
                figures, figures.at(0.95) / LATENCY_LIMIT_MS, LATENCY_LIMIT_MS);
    }

    private void loadOfMany() throws Exception {
        long cpu = gateway.cpu().toNanos();
        long messages = work.messages();
        Instant begin = Instant.now();
        Figures accepts = load(RATE * SECONDS, RATE);
        double sending = secondsSince(begin);
        long backlog = work.backlog();
        String places = work.places();
        Instant end = Instant.now();
        awaitNoBacklog();
        double draining = secondsSince(end);
        double micros = (gateway.cpu().toNanos() - cpu) / 1e3;
        int cases = RATE * SECONDS;
        long moved = work.messages() - messages;
        say("load: %d cases in %.1f s (%.0f/s wanted), errors %d", cases, sending, (double) RATE, errors.size());
        say("accept: %s", accepts);
        say("backlog at the end %d (%s), gone after %.1f s", backlog, places, draining);
        say(
                "gateway CPU: %.0f µs a case, %.0f µs a message (%.1f messages a case), %.2f cores",
                micros / cases, micros / moved, (double) moved / cases, micros / 1e6 / (sending + draining));
        say("gateway memory: %s resident", resident());
    }

    /** Sends at a steady pace whatever the answers do; times from when a case should have been sent. */
    private Figures load(int cases, int rate) throws InterruptedException {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        long begin = System.nanoTime();
        for (int i = 0; i < cases; i++) {
            long due = begin + TimeUnit.SECONDS.toNanos(i) / rate;
            LockSupport.parkNanos(due - System.nanoTime());
            int number = numbers.incrementAndGet();
            senders.execute(() -> {
                send(number);
                nanos.add(System.nanoTime() - due);
            });
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        return Figures.ofNanos(nanos);
    }

    private void send(int number) {
        try {
            Reply reply = peers.window().send(created(number));
            if (reply.status() != 202) {
                errors.add("HTTP " + reply.status());
            }
        } catch (RuntimeException e) {
            errors.add(e.toString());
        }
    }

    private Instant orderOf(int number) {
        String peer = hallOf(number).equals("ZS-DQ") ? "hotline-legacy" : "hotline";
        byte[] caseNo = caseNo(number).getBytes(StandardCharsets.US_ASCII);
        return Awaitility.await("order of case " + number)
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> lastOf(peer), last -> last != null && contains(last.body(), caseNo))
                .at();
    }

    private Received lastOf(String peer) {
        List<Received> received = peers.received(peer);
        return received.isEmpty() ? null : received.get(received.size() - 1);
    }

    private static boolean contains(byte[] body, byte[] caseNo) {
        return new String(body, StandardCharsets.ISO_8859_1).contains(new String(caseNo, StandardCharsets.US_ASCII));
    }

    private void awaitNoBacklog() {
        Awaitility.await("no backlog")
                .atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> work.backlog() - work.stuck() <= 0);
    }

    private long ordersTaken() {
        return List.of("hotline", "hotline-legacy").stream()
                .flatMap(peer -> peers.effects(peer).values().stream())
                .filter(effect -> effect.effects() == 1)
                .count();
    }

    private String resident() throws Exception {
        return Files.readAllLines(Path.of("/proc/" + gateway.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }

    private static double secondsSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1e3;
    }

    private static void say(String format, Object... values) {
        LOG.info(String.format(Locale.ROOT, format, values));
    }

    private static String hallOf(int number) {
        return number % 2 == 0 ? "ZS-DQ" : "ZS-XQ";
    }

    private static String caseNo(int number) {
        String region = hallOf(number).equals("ZS-DQ") ? "442000002" : "442000004";
        return "BBCS-%s-202611%02d-%04d".formatted(region, 1 + number / 9_000 % 30, 1 + number % 9_000);
    }

    private static String created(int number) {
        String hall = hallOf(number);
        String region = hall.equals("ZS-DQ") ? "442000002000" : "442000004000";
        return """
                {"msgId":"W20261101-%08d","event":"CASE_CREATED","version":1,\
                "occurredAt":"2026-11-01T09:00:00+08:00","caseNo":"%s",\
                "hall":{"code":"%s","name":"政务服务大厅","region":"%s","window":"BBCS-1","registrar":"窗口01"},\
                "applicant":{"kind":"PERSON","name":"测试甲","gender":"1","phone":"13800000000","secret":false},\
                "item":{"code":"11442000MB000000053442031001000","name":"个体工商户设立登记"},\
                "cause":["MULTI_DEPT"],"appealType":"HELP","title":"住宅作经营场所登记受阻",\
                "content":"%s","handling":"HOTLINE","outOfScope":false,"urgent":false,"dept":"ORG-DQJD"}""".formatted(number, caseNo(number), hall, region, "拟用住宅登记经营场所,材料涉及多个部门。".repeat(15));
    }
}
