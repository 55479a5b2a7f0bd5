package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a peer alone that cannot be reached: after a few failed connections in a row only a probe passes now and then,
 * so that its lanes keep their attempts and workers their time.
 */
final class PeerGate {
    private static final int FAILURES_BEFORE_SHUTTING = 5;
    private static final int LONGEST_SHIFT = 5;

    private final Clock clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    PeerGate(Clock clock) {
        this.clock = clock;
    }

    /** True when the peer may be tried now. */
    boolean admits(String peer) {
        Instant now = clock.instant();
        Line line = lines.get(peer);
        if (line == null || line.failures < FAILURES_BEFORE_SHUTTING) {
            return true;
        }
        return !now.isBefore(line.shutUntil)
                && lines.replace(peer, line, new Line(line.failures, now.plus(pause(line.failures))));
    }

    void reached(String peer) {
        lines.remove(peer);
    }

    void unreachable(String peer) {
        lines.compute(peer, (code, line) -> {
            int failures = line == null ? 1 : line.failures + 1;
            return new Line(failures, clock.instant().plus(pause(failures)));
        });
    }

    private static Duration pause(int failures) {
        int over = Math.max(0, failures - FAILURES_BEFORE_SHUTTING);
        return Duration.ofSeconds(1L << Math.min(over, LONGEST_SHIFT));
    }

    private record Line(int failures, Instant shutUntil) {}
}
