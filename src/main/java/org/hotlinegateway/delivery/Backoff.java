package org.hotlinegateway.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hotlinegateway.peer.OutboundProfile;

/**
 * How long a lane waits after a failed attempt: doubling from the peer's first wait to its largest, spread at random
 * over the upper half so that lanes which failed together do not come back together.
 */
public final class Backoff {
    private static final int DOUBLINGS_AT_MOST = 30;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt 1 for the first
     */
    public Duration after(int attempt, OutboundProfile peer) {
        int doublings = Math.min(Math.max(attempt, 1) - 1, DOUBLINGS_AT_MOST);
        long full = Math.min(
                peer.firstBackOff().toMillis() << doublings, peer.maxBackOff().toMillis());
        long bounded = full <= 0 ? peer.maxBackOff().toMillis() : full;
        long half = bounded / 2;
        return Duration.ofMillis(half + random.nextLong(bounded - half + 1));
    }
}
