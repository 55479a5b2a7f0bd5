package org.hotlinegateway.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved. */
public final class MovableClock extends Clock {
    private final AtomicReference<Instant> now;

    public MovableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Starts at a moment, for example {@code 2021-09-08T15:53:01+08:00}. */
    public MovableClock(String offsetDateTime) {
        this(OffsetDateTime.parse(offsetDateTime).toInstant());
    }

    /** Moves to a moment, for example {@code 2021-09-08T15:53:01+08:00}. */
    public void moveTo(String offsetDateTime) {
        now.set(OffsetDateTime.parse(offsetDateTime).toInstant());
    }

    public void move(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }
}
