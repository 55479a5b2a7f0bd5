package org.hotlinegateway.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.Pace;
import org.hotlinegateway.peer.PeerLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns messages away before they are kept, and never after: those of a peer or a hall that sends faster than agreed, and
 * those of everybody while too much waits behind the door. Who is turned away is told when to come back.
 */
@Component
public final class DoorPressure {
    private static final int HALLS = 10_000;
    private static final double MARK_LEFT_AT = 0.8;

    private final LiveLimits limits;
    private final DoorProperties.Backlog marks;
    private final Duration comeBackAfter;
    private final Clock clock;
    private final Map<String, Pace> peers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> turnedAway = new ConcurrentHashMap<>();
    private final LongAdder taken = new LongAdder();
    private final Map<String, Pace> halls = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
            return size() > HALLS;
        }
    };
    private volatile long undecided;
    private volatile long undelivered;
    private volatile boolean full;

    DoorPressure(LiveLimits limits, DoorProperties properties, Clock clock) {
        this.limits = limits;
        this.marks = properties.door().backlog();
        this.comeBackAfter = properties.door().retryAfter();
        this.clock = clock;
    }

    /**
     * Says how much waits behind the door; to be said every few seconds.
     *
     * @param messages accepted and not decided
     * @param deliveries decided on and not settled, those held for a person not counted
     */
    public void backlog(long messages, long deliveries) {
        taken.reset();
        undecided = messages;
        undelivered = deliveries;
        full = full
                ? messages > marks.messages() * MARK_LEFT_AT || deliveries > marks.deliveries() * MARK_LEFT_AT
                : isOver();
    }

    /** Whether everybody is turned away because too much waits. */
    public boolean isFull() {
        return full;
    }

    /** How many messages of a peer were turned away since the start. */
    public long turnedAway(String peer) {
        LongAdder count = turnedAway.get(peer);
        return count == null ? 0 : count.sum();
    }

    /** Refuses a message of a peer that sends faster than agreed, or while too much waits. */
    void admit(String peer) {
        if (full || isOver()) {
            full = true;
            throw turnedAway(peer, ProblemCode.BACKLOG, "Too much waits to be worked on.", comeBackAfter);
        }
        Pace pace = peers.computeIfAbsent(peer, code -> new Pace(clock));
        pace.set(limits.of(peer).doorRate());
        if (!pace.take()) {
            throw turnedAway(
                    peer, ProblemCode.TOO_MANY_REQUESTS, "Faster than agreed for this peer.", pace.untilNext());
        }
    }

    /** Refuses a message of a hall from which more come than agreed. */
    void admit(String peer, @Nullable String hall) {
        PeerLimits agreed = limits.of(peer);
        if (hall == null || agreed.hallRate() == 0) {
            return;
        }
        Pace pace = hall(peer + "|" + hall);
        pace.set(agreed.hallRate());
        if (!pace.take()) {
            throw turnedAway(
                    peer, ProblemCode.TOO_MANY_REQUESTS, "Faster than agreed for this hall.", pace.untilNext());
        }
    }

    /** A message was kept. */
    void taken() {
        taken.increment();
    }

    private Pace hall(String key) {
        synchronized (halls) {
            return halls.computeIfAbsent(key, hall -> new Pace(clock));
        }
    }

    private boolean isOver() {
        return undecided + taken.sum() > marks.messages() || undelivered > marks.deliveries();
    }

    private Refusal turnedAway(String peer, ProblemCode code, String why, Duration comeBack) {
        turnedAway.computeIfAbsent(peer, one -> new LongAdder()).increment();
        return new Refusal(code, why + " Nothing was kept. Send it again after Retry-After.", comeBack);
    }
}
