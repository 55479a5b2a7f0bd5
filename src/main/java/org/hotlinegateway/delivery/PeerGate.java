package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotlinegateway.peer.Pace;
import org.hotlinegateway.peer.PeerLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets through to a peer what it can bear: nothing while staff hold it or its maintenance window is on, a probe now and
 * then while it fails, else so many a second and so many at a time. What is not let through waits, and is called when it
 * may go. Safe for several threads.
 */
final class PeerGate {
    private static final Logger LOG = LoggerFactory.getLogger(PeerGate.class);
    private static final Duration CLAIM_AT_MOST = Duration.ofMinutes(1);
    private static final Duration DRAINED_AFTER = Duration.ofSeconds(5);
    private static final int CALLS_AT_ONCE = 256;

    private final String peer;
    private final Supplier<PeerLimits> limits;
    private final Clock clock;
    private final Pace pace;
    private final PeerBreaker breaker = new PeerBreaker();
    private final WaitingRoom room = new WaitingRoom();
    private final Map<Long, Instant> inFlight = new HashMap<>();
    private final LastMinute begun = new LastMinute();
    private @Nullable Long probe;
    private boolean draining;
    private Instant lastWaiting;
    private PeerState state = PeerState.OPEN;
    private Instant since;

    PeerGate(String peer, Supplier<PeerLimits> limits, Clock clock) {
        this.peer = peer;
        this.limits = limits;
        this.clock = clock;
        this.pace = new Pace(clock);
        this.since = clock.instant();
        this.lastWaiting = since;
    }

    /** True when the delivery may be claimed now; it then counts as in flight. Otherwise it waits, if it needs to. */
    synchronized boolean admits(long delivery) {
        Instant now = clock.instant();
        if (isOnItsWay(delivery, now)) {
            room.gone(delivery);
            return false;
        }
        if (room.mustWait(delivery) || !passes(delivery, now)) {
            room.keep(delivery);
            return false;
        }
        room.gone(delivery);
        inFlight.put(delivery, now.plus(CLAIM_AT_MOST));
        return true;
    }

    private boolean isOnItsWay(long delivery, Instant now) {
        Instant until = inFlight.get(delivery);
        return until != null && now.isBefore(until);
    }

    private boolean passes(long delivery, Instant now) {
        PeerLimits current = looked(now);
        boolean open = !isShut(now, current) && slots(now, current) > 0 && breaker.admits(now);
        if (!open || !pace.take()) {
            return false;
        }
        breaker.passes(now, CLAIM_AT_MOST);
        probe = breaker.isProbing() ? Long.valueOf(delivery) : null;
        return true;
    }

    /** A claim that was admitted found this delivery at the head of its lane. */
    synchronized void claimed(long asked, long delivery, Instant leaseUntil) {
        inFlight.remove(asked);
        inFlight.put(delivery, leaseUntil);
        probe = isProbe(asked) ? Long.valueOf(delivery) : probe;
        begun.add(clock.instant());
    }

    /** A claim that was admitted found nothing to do. */
    synchronized void unused(long asked) {
        pace.giveBack();
        over(asked);
    }

    /** A ring that turned out to need nothing. */
    synchronized void forget(long delivery) {
        room.gone(delivery);
    }

    /** It is settled. A probe that told nothing of the peer leaves the way to the next. */
    synchronized void over(long delivery) {
        inFlight.remove(delivery);
        if (isProbe(delivery)) {
            probe = null;
            breaker.unused(clock.instant());
        }
    }

    private boolean isProbe(long delivery) {
        return probe != null && probe == delivery;
    }

    /** The peer answered as one who is well. */
    synchronized void succeeded() {
        breaker.succeeded();
    }

    /** The peer could not be reached, gave no answer, or asked to be left alone for at least so long. */
    synchronized void failed(Duration atLeast) {
        PeerLimits current = limits.get();
        breaker.failed(clock.instant(), current.failures(), current.longestPause(), atLeast);
    }

    /** The peer answered that something went wrong there, with a message of this case. */
    synchronized void doubted(String caseNo) {
        PeerLimits current = limits.get();
        breaker.doubted(caseNo, clock.instant(), current.failures(), current.longestPause());
    }

    /** Who may go now, of those who wait. */
    synchronized List<Long> call() {
        Instant now = clock.instant();
        PeerLimits current = looked(now);
        room.forgetLostCalls(now);
        if (room.size() == 0 || isShut(now, current) || !breaker.admits(now)) {
            return List.of();
        }
        int most = breaker.isOpen() ? 1 : Math.min(Math.min(pace.free(), slots(now, current)), CALLS_AT_ONCE);
        return room.call(most - room.called(), now);
    }

    /** Takes notice of the time and of limits that changed. */
    private PeerLimits looked(Instant now) {
        PeerLimits current = limits.get();
        boolean shut = isShut(now, current) || breaker.isOpen();
        if (room.size() > 0 || shut) {
            lastWaiting = now;
        }
        draining = shut || draining && Duration.between(lastWaiting, now).compareTo(DRAINED_AFTER) < 0;
        pace.set(draining && !shut && current.drainRate() > 0 ? current.drainRate() : current.rate());
        note(state(now, current), now);
        return current;
    }

    private void note(PeerState now, Instant at) {
        if (now != state) {
            LOG.info("peer {}: {} after {} since {}", peer, now, state, since);
            state = now;
            since = at;
        }
    }

    private PeerState state(Instant now, PeerLimits current) {
        if (current.held()) {
            return PeerState.HELD;
        }
        if (windowEnd(now, current) != null) {
            return PeerState.MAINTENANCE;
        }
        if (breaker.isOpen()) {
            return PeerState.BROKEN;
        }
        return draining ? PeerState.DRAINING : PeerState.OPEN;
    }

    private static boolean isShut(Instant now, PeerLimits current) {
        return current.held() || windowEnd(now, current) != null;
    }

    private static @Nullable Instant windowEnd(Instant now, PeerLimits current) {
        if (current.maintenance().isEmpty()) {
            return null;
        }
        return current.maintenance().stream()
                .map(window -> window.endsAfter(now))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private int slots(Instant now, PeerLimits current) {
        if (current.concurrency() == 0) {
            return Integer.MAX_VALUE;
        }
        if (inFlight.size() >= current.concurrency()) {
            inFlight.values().removeIf(now::isAfter);
        }
        return Math.max(0, current.concurrency() - inFlight.size());
    }

    synchronized PeerStatus status() {
        Instant now = clock.instant();
        PeerLimits current = looked(now);
        inFlight.values().removeIf(now::isAfter);
        Instant until = state == PeerState.BROKEN ? breaker.probeFrom() : windowEnd(now, current);
        return new PeerStatus(
                peer,
                state,
                since,
                until,
                pace.perSecond(),
                current.concurrency(),
                inFlight.size(),
                room.size(),
                begun.sum(now),
                breaker.failures());
    }
}
