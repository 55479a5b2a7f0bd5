package org.hotlinegateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a peer alone that fails again and again: from so many failures in a row on, only a probe passes, at first after a
 * second, then after pauses that double. One success ends it. Not safe for several threads.
 */
final class PeerBreaker {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LARGEST_SHIFT = 20;

    private int failures;
    private int probes;
    private @Nullable Instant probeFrom;
    private boolean probing;
    private final Set<String> doubtful = new HashSet<>();

    /** True while only probes pass. */
    boolean isOpen() {
        return probeFrom != null;
    }

    boolean isProbing() {
        return probing;
    }

    int failures() {
        return failures;
    }

    /** When the next probe may pass, or null when everything may. */
    @Nullable
    Instant probeFrom() {
        return probeFrom;
    }

    boolean admits(Instant now) {
        return probeFrom == null || !now.isBefore(probeFrom);
    }

    /** Something passes; while open it is the probe, and no other passes unless nothing is heard of it for so long. */
    void passes(Instant now, Duration patience) {
        if (probeFrom != null) {
            probing = true;
            probeFrom = now.plus(patience);
        }
    }

    /** What passed was not sent after all. */
    void unused(Instant now) {
        if (probing) {
            probing = false;
            probeFrom = now;
        }
    }

    /** The peer answered as one who is well. */
    void succeeded() {
        failures = 0;
        probes = 0;
        probing = false;
        probeFrom = null;
        doubtful.clear();
    }

    /** The peer answered that something went wrong there. The fault may be the case's: each case counts once. */
    void doubted(String caseNo, Instant now, int limit, Duration longest) {
        if (doubtful.add(caseNo) || probing) {
            failed(now, limit, longest, Duration.ZERO);
        }
    }

    /**
     * The peer could not be reached, did not answer, or asked to be left alone.
     *
     * @param atLeast how long it asked for, or zero
     */
    void failed(Instant now, int limit, Duration longest, Duration atLeast) {
        failures++;
        if (probeFrom != null && !probing) {
            later(now.plus(atLeast));
        } else if (probing || failures >= limit) {
            probeFrom = now.plus(longer(pause(longest), atLeast));
            probes++;
            probing = false;
        }
    }

    private void later(Instant other) {
        if (probeFrom != null && other.isAfter(probeFrom)) {
            probeFrom = other;
        }
    }

    private Duration pause(Duration longest) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(probes, LARGEST_SHIFT));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
