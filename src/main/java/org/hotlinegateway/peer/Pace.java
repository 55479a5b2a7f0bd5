package org.hotlinegateway.peer;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** So many a second, and no burst larger than a second's. Safe for several threads. */
public final class Pace {
    private static final long THOUSANDTHS = 1_000;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final TimeMeter time;
    private @Nullable Bucket bucket;
    private double perSecond;

    public Pace(Clock clock) {
        this.time = new ByClock(clock);
    }

    /** Changes the pace: so many a second, fractions allowed; 0: no limit. One may go at once. */
    public synchronized void set(double wanted) {
        if (wanted != perSecond) {
            perSecond = wanted;
            bucket = wanted <= 0 ? null : bucket(wanted);
        }
    }

    /** The pace; 0: no limit. */
    public synchronized double perSecond() {
        return perSecond;
    }

    /** True when one may go now; it then has gone. */
    public synchronized boolean take() {
        return bucket == null || bucket.tryConsume(1);
    }

    /** One that took did not go after all. */
    public synchronized void giveBack() {
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** How many may go now. */
    public synchronized int free() {
        return bucket == null ? UNLIMITED : (int) Math.min(bucket.getAvailableTokens(), UNLIMITED);
    }

    /** How long until the next may go. */
    public synchronized Duration untilNext() {
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(double rate) {
        long capacity = Math.max(1, (long) Math.ceil(rate));
        long refill = Math.max(1, Math.round(rate * THOUSANDTHS));
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity)
                        .refillGreedy(refill, Duration.ofSeconds(THOUSANDTHS))
                        .initialTokens(1))
                .withCustomTimePrecision(time)
                .build();
    }

    private record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
