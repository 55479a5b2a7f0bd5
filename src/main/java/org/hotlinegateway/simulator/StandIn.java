package org.hotlinegateway.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stand-in for one peer: strict about its dialect, with a memory of what it received and made. */
public abstract class StandIn {
    private static final int KEPT = 50_000;
    private static final Set<String> SHOWN_HEADERS = Set.of(
            "Content-Type",
            "Content-Length",
            "Transfer-Encoding",
            "X-App-Id",
            "X-Timestamp",
            "X-Nonce",
            "X-Sign-Alg",
            "X-Sign");

    private final String peer;
    private final List<Received> received = new ArrayList<>();
    private final Map<String, Effect> effects = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private Mode mode = Mode.OK;
    private long modeLeft = Long.MAX_VALUE;
    private String modeText = "";
    private long count;

    StandIn(String peer) {
        this.peer = peer;
    }

    /** Code of the peer this stands in for. */
    public final String peer() {
        return peer;
    }

    /** The messages received since the start or the last {@link #forget}, oldest first. */
    public final synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** What each business key did, in the order the keys first arrived. */
    public final synchronized Map<String, Effect> effects() {
        return new LinkedHashMap<>(effects);
    }

    /** Behaves in this way until told otherwise. */
    public final void behave(Mode wanted) {
        behave(wanted, Long.MAX_VALUE, "");
    }

    /** Behaves in this way for so many requests, then as it should; {@code text} is the sentence of a refusal. */
    public final synchronized void behave(Mode wanted, long requests, String text) {
        mode = wanted;
        modeLeft = requests;
        modeText = text;
        notifyAll();
    }

    /** Taken the first time this key is seen, a duplicate afterwards. */
    final synchronized Verdict firstTime(String key) {
        return keys.add(key) ? Verdict.TAKEN : Verdict.DUPLICATE;
    }

    /** Whether this key was seen; it is not marked as seen. */
    final synchronized boolean wasSeen(String key) {
        return keys.contains(key);
    }

    /** Forgets a key and what it did, as after a restore of an old backup. */
    final synchronized void forgetKey(String key) {
        keys.remove(key);
        effects.remove(key);
    }

    final synchronized Mode mode() {
        return mode;
    }

    final synchronized String modeText() {
        return modeText;
    }

    /** The mode for the next request; counts it. */
    final synchronized Mode takeMode() {
        Mode taken = mode;
        if (taken != Mode.OK && --modeLeft <= 0) {
            mode = Mode.OK;
        }
        return taken;
    }

    /** Waits until the behaviour is set anew, at most so long. */
    final synchronized void holdUntilTold(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        Mode held = mode;
        while (left > 0 && mode == held) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }

    final synchronized void keep(Request request, Answer answer) {
        if (received.size() >= KEPT) {
            received.subList(0, KEPT / 10).clear();
        }
        received.add(new Received(
                ++count,
                request.at(),
                request.path(),
                shownHeaders(request),
                request.body(),
                answer.verdict(),
                answer.key(),
                answer.text()));
        note(answer);
    }

    private void note(Answer answer) {
        @Nullable String key = answer.key();
        if (key == null || (answer.verdict() != Verdict.TAKEN && answer.verdict() != Verdict.DUPLICATE)) {
            return;
        }
        effects.merge(key, new Effect(answer.verdict() == Verdict.TAKEN ? 1 : 0, 1), Effect::plus);
    }

    /** Forgets what was received and made, and behaves as it should. */
    public final synchronized void forget() {
        received.clear();
        effects.clear();
        keys.clear();
        behave(Mode.OK);
        forgetState();
    }

    abstract Set<String> paths();

    /** Judges a request and, when it is sound, makes what it asks for. */
    abstract Answer answer(Request request);

    /** Refuses in the peer's own envelope. */
    abstract Answer refusal(String text);

    abstract void forgetState();

    private static Map<String, String> shownHeaders(Request request) {
        Map<String, String> shown = new LinkedHashMap<>();
        request.headers()
                .forEach((name, values) -> SHOWN_HEADERS.stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .ifPresent(known -> shown.put(known, values.get(0))));
        return shown;
    }
}
