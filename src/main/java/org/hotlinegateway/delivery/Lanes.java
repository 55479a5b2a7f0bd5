package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.FeedBatch;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Ring;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.OutboundProfile;
import org.hotlinegateway.peer.Peers;
import org.jspecify.annotations.Nullable;

/**
 * The lanes at work: claims the head of a lane when its peer may be sent to, and ends attempts. A delivery whose last
 * outcome is unknown goes out again only to a peer that is declared idempotent or can be asked.
 */
public final class Lanes {
    private static final Duration LEASE_BEYOND_TIMEOUTS = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Peers peers;
    private final Clock clock;
    private final String owner;
    private final Map<String, PeerGate> gates = new TreeMap<>();
    private final Map<String, FeedPace> feeds = new ConcurrentHashMap<>();

    /**
     * Makes the lanes of one gateway process.
     *
     * @param owner who claims, unique per process
     * @param feeds peers that read one gap-free sequence over all cases
     * @param limits what each peer can bear
     */
    public Lanes(Ledger ledger, Peers peers, Clock clock, String owner, Set<String> feeds, LiveLimits limits) {
        this.ledger = ledger;
        this.peers = peers;
        this.clock = clock;
        this.owner = owner;
        peers.all().forEach(peer -> gates.put(peer.code(), gate(peer.code(), limits, clock)));
        feeds.forEach(peer -> this.feeds.put(peer, new FeedPace()));
    }

    private static PeerGate gate(String peer, LiveLimits limits, Clock clock) {
        return new PeerGate(peer, () -> limits.of(peer), clock);
    }

    private PeerGate gate(String peer) {
        PeerGate gate = gates.get(peer);
        if (gate == null) {
            peers.require(peer);
            throw new IllegalStateException("no gate to peer " + peer);
        }
        return gate;
    }

    /**
     * Claims what the delivery's ring is about; empty when there is nothing to do now, which is normal. A ring that comes
     * when its peer cannot be sent to is given again when it can.
     */
    public Optional<Attempt> claim(String peerCode, long deliveryId) {
        FeedPace feed = feeds.get(peerCode);
        PeerGate gate = gate(peerCode);
        if (feed != null && feed.isOnItsWay(deliveryId, clock.instant())) {
            gate.forget(deliveryId);
            return Optional.empty();
        }
        if (!gate.admits(deliveryId)) {
            return Optional.empty();
        }
        Optional<Attempt> attempt = Optional.empty();
        try {
            attempt = claim(peerCode, deliveryId, feed);
        } finally {
            attempt.ifPresentOrElse(begun -> claimed(gate, deliveryId, begun), () -> unused(peerCode, deliveryId));
        }
        return attempt.flatMap(begun -> isSafe(begun) ? Optional.of(begun) : hold(begun));
    }

    private static void claimed(PeerGate gate, long asked, Attempt begun) {
        gate.claimed(asked, begun.claimed().id(), begun.claimed().leaseUntil());
    }

    private void unused(String peer, long asked) {
        gate(peer).unused(asked);
        callWaiting(peer);
    }

    private Optional<Attempt> claim(String peerCode, long deliveryId, @Nullable FeedPace feed) {
        OutboundProfile peer = peers.require(peerCode).outbound();
        Instant startedAt = clock.instant();
        return feed == null
                ? Commit.awaited(ledger.claim(deliveryId, owner, lease(peer)))
                        .map(claimed -> new Attempt(List.of(claimed), peer, startedAt, null))
                : claimFeed(peerCode, feed, peer, startedAt);
    }

    private Optional<Attempt> claimFeed(String peerCode, FeedPace feed, OutboundProfile peer, Instant startedAt) {
        Optional<FeedBatch> batch = Commit.awaited(ledger.claimFeed(peerCode, owner, lease(peer), feed.limit()));
        batch.ifPresent(claimed -> feed.sending(claimed.members()));
        return batch.map(claimed -> new Attempt(claimed.members(), peer, startedAt, claimed.feedSeq()));
    }

    /** Ends an attempt inside the caller's transaction; false, without any change, when another worker has taken over. */
    public boolean settle(LedgerTx tx, Attempt attempt, Settlement settlement) {
        boolean ours = true;
        for (ClaimedDelivery claimed : attempt.batch()) {
            tx.converted(claimed, attempt.conversions());
            ours &= tx.settle(claimed, settlement);
        }
        return ours;
    }

    /** To be called after every attempt, however it went: its peer may take the next. */
    public void over(Attempt attempt) {
        String peer = attempt.claimed().peer();
        gate(peer).over(attempt.claimed().id());
        callWaiting(peer);
    }

    /** Rings for those who wait for their peer and may go now. */
    public void callWaiting() {
        gates.keySet().forEach(this::callWaiting);
    }

    private void callWaiting(String peer) {
        List<Long> called = gate(peer).call();
        if (!called.isEmpty()) {
            ledger.ring(called.stream()
                    .map(id -> new Ring(Ring.Kind.DELIVERY, peer, id))
                    .toList());
        }
    }

    /** How each peer is sent to at this moment, by code. */
    public List<PeerStatus> peers() {
        return gates.values().stream().map(PeerGate::status).toList();
    }

    /** To be called after every settlement: what was not acknowledged may be rung again. */
    public void settled(Attempt attempt, Settlement settlement) {
        FeedPace feed = feeds.get(attempt.claimed().peer());
        if (feed != null && settlement.next() != DeliveryState.ACKNOWLEDGED) {
            feed.over(attempt.batch());
        }
    }

    /**
     * Lets the deliveries of a batch that cannot be written go again in smaller ones, until the guilty one is alone; empty
     * when it is alone, or when the peer may have the batch under its number.
     */
    public Optional<Settlement> smaller(Attempt attempt) {
        FeedPace feed = feeds.get(attempt.claimed().peer());
        boolean mayBeTaken = Outcome.UNKNOWN.name().equals(attempt.claimed().lastOutcome());
        if (feed == null || attempt.batch().size() == 1 || mayBeTaken) {
            return Optional.empty();
        }
        feed.halve(attempt.batch().size());
        return Optional.of(
                ended(attempt, Outcome.NOT_SENT, DeliveryState.READY, "SMALLER", "one beside it cannot be written"));
    }

    /** Notes that the peer answered as one who is well, whatever it said. */
    public void noteWell(String peer) {
        gate(peer).succeeded();
    }

    /**
     * Notes that the peer could not be reached, gave no answer, or asked to be left alone.
     *
     * @param atLeast how long it asked for, or zero
     */
    public void noteTrouble(String peer, Duration atLeast) {
        gate(peer).failed(atLeast);
    }

    /** Notes that the peer answered, but not as one who is well; with as many different cases it is left alone. */
    public void noteDoubt(Attempt attempt) {
        ClaimedDelivery claimed = attempt.claimed();
        gate(claimed.peer()).doubted(claimed.caseNo());
    }

    private static Duration lease(OutboundProfile peer) {
        Duration request = peer.connectTimeout().plus(peer.responseTimeout());
        return request.multipliedBy(peer.query() == null ? 1 : 2).plus(LEASE_BEYOND_TIMEOUTS);
    }

    private static boolean isSafe(Attempt attempt) {
        return attempt.peer().resolvesUnknown() || !attempt.isUnknown();
    }

    private Optional<Attempt> hold(Attempt attempt) {
        Settlement settlement = ended(
                attempt,
                Outcome.UNKNOWN,
                DeliveryState.HELD,
                "OUTCOME_UNKNOWN",
                "sent before, and the peer takes a repeat as new: ask the peer, then replay or skip");
        try {
            Commit.awaited(ledger.write(tx -> settle(tx, attempt, settlement)));
            settled(attempt, settlement);
        } finally {
            over(attempt);
        }
        return Optional.empty();
    }

    private Settlement ended(Attempt attempt, Outcome outcome, DeliveryState next, String code, String text) {
        Instant now = clock.instant();
        Duration took = Duration.between(attempt.startedAt(), now);
        return new Settlement(outcome, next, now, code, text, null, attempt.mappingDigest(), now, took);
    }
}
