package org.hotlinegateway.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends as a careful peer does: the same message under the same id until there is an answer, and only then the next of
 * the case. Writes down every attempt before it is made and every answer after it came.
 */
final class CarefulSender implements AutoCloseable {
    static final String SECRET = "demo-secret-not-real";
    private static final String PATH = "/api/v1/window/events";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int DOUBLINGS = 3;
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<String> doors;
    private final HistoryFile attempted;
    private final HistoryFile answered;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean open = true;

    /** @param doors base addresses of the gateways' doors; a retry goes to the next one */
    CarefulSender(List<String> doors, Histories histories) {
        this.doors = List.copyOf(doors);
        this.attempted = new HistoryFile(histories.attempted());
        this.answered = new HistoryFile(histories.answered());
    }

    /** Answers of 500 and above so far. */
    long refused() {
        return refused.get();
    }

    /** Messages that have their receipt so far. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Sends until there is a receipt; false when the sender was closed before. */
    boolean sendUntilAcknowledged(WindowMessage message, Manner first) {
        int door = ThreadLocalRandom.current().nextInt(doors.size());
        for (int tries = 0; open; tries++) {
            if (isReceipt(send(message, tries == 0 ? first : Manner.CAREFUL, door + tries))) {
                acknowledged.incrementAndGet();
                return true;
            }
            LockSupport.parkNanos(FIRST_PAUSE << Math.min(tries, DOUBLINGS));
        }
        return false;
    }

    private static boolean isReceipt(int status) {
        return status == 200 || status == 202;
    }

    private int send(WindowMessage message, Manner manner, int attempt) {
        if (manner != Manner.TWICE) {
            return once(message, manner, door(attempt), SECRET);
        }
        CompletableFuture<Integer> beside =
                CompletableFuture.supplyAsync(() -> once(message, Manner.TWICE, door(attempt + 1), SECRET));
        int mine = once(message, Manner.TWICE, door(attempt), SECRET);
        return Math.max(isReceipt(mine) ? mine : 0, isReceipt(beside.join()) ? beside.join() : 0);
    }

    /** One try that is not repeated, whatever is answered; the status, or 0 when there was no answer. */
    int once(WindowMessage message, Manner manner) {
        return once(message, manner, door(0), manner == Manner.FORGED ? SECRET + "x" : SECRET);
    }

    /** Sends the very same request twice, nonce and all; the second must be turned away. */
    void replay(WindowMessage message) {
        Map<String, String> headers = headers(message, SECRET);
        if (isReceipt(post(message, Manner.AGAIN, door(0), headers))) {
            post(message, Manner.REPLAYED, door(0), headers);
        }
    }

    private String door(int attempt) {
        return doors.get(attempt % doors.size());
    }

    private int once(WindowMessage message, Manner manner, String door, String secret) {
        return post(message, manner, door, headers(message, secret));
    }

    private static Map<String, String> headers(WindowMessage message, String secret) {
        byte[] nonce = new byte[12];
        ThreadLocalRandom.current().nextBytes(nonce);
        return DoorSignature.headers(
                secret,
                PATH,
                message.body(),
                System.currentTimeMillis(),
                HexFormat.of().formatHex(nonce));
    }

    private int post(WindowMessage message, Manner manner, String door, Map<String, String> headers) {
        attempted.add(now(), message.key(), message.caseNo(), message.version(), message.hash(), manner);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door + PATH))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            note(message, manner, answer.statusCode(), receipt(answer.body()));
            if (answer.statusCode() >= 500) {
                refused.incrementAndGet();
            }
            return answer.statusCode();
        } catch (IOException noAnswer) {
            note(message, manner, 0, noAnswer.getClass().getSimpleName());
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            open = false;
            return 0;
        }
    }

    private void note(WindowMessage message, Manner manner, int status, String receipt) {
        answered.add(now(), message.key(), message.hash(), manner, status, receipt);
    }

    private static String receipt(byte[] body) {
        Matcher matcher = RECEIPT.matcher(new String(body, StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    /** Gives up what has no receipt yet. */
    void giveUp() {
        open = false;
    }

    @Override
    public void close() {
        open = false;
        attempted.close();
        answered.close();
    }
}
