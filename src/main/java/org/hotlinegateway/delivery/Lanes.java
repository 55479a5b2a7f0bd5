package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.FeedBatch;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.peer.OutboundProfile;
import org.hotlinegateway.peer.Peers;

/**
 * The lanes at work: claims the head of a lane when its peer may be sent to, and ends attempts. A delivery whose last
 * outcome is unknown goes out again only to a peer declared idempotent.
 */
public final class Lanes {
    private static final Duration LEASE_BEYOND_TIMEOUTS = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Peers peers;
    private final Clock clock;
    private final String owner;
    private final PeerGate gate;
    private final Map<String, FeedPace> feeds = new ConcurrentHashMap<>();

    /**
     * Makes the lanes of one gateway process.
     *
     * @param owner who claims, unique per process
     * @param feeds peers that read one gap-free sequence over all cases
     */
    public Lanes(Ledger ledger, Peers peers, Clock clock, String owner, Set<String> feeds) {
        this.ledger = ledger;
        this.peers = peers;
        this.clock = clock;
        this.owner = owner;
        this.gate = new PeerGate(clock);
        feeds.forEach(peer -> this.feeds.put(peer, new FeedPace()));
    }

    /** Claims what the delivery's ring is about; empty when there is nothing to do now, which is normal. */
    public Optional<Attempt> claim(String peerCode, long deliveryId) {
        FeedPace feed = feeds.get(peerCode);
        if (!gate.admits(peerCode) || feed != null && feed.isOnItsWay(deliveryId, clock.instant())) {
            return Optional.empty();
        }
        OutboundProfile peer = peers.require(peerCode).outbound();
        Instant startedAt = clock.instant();
        Optional<Attempt> attempt = feed == null
                ? Commit.awaited(ledger.claim(deliveryId, owner, lease(peer)))
                        .map(claimed -> new Attempt(List.of(claimed), peer, startedAt, null))
                : claimFeed(peerCode, feed, peer, startedAt);
        return attempt.flatMap(begun -> isSafe(begun) ? attempt : hold(begun));
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

    /** Notes that the peer could be reached, or not. */
    public void noteReached(String peerCode, boolean reached) {
        if (reached) {
            gate.reached(peerCode);
        } else {
            gate.unreachable(peerCode);
        }
    }

    private static Duration lease(OutboundProfile peer) {
        return peer.connectTimeout().plus(peer.responseTimeout()).plus(LEASE_BEYOND_TIMEOUTS);
    }

    private static boolean isSafe(Attempt attempt) {
        return attempt.peer().idempotent()
                || attempt.batch().stream()
                        .noneMatch(claimed -> Outcome.UNKNOWN.name().equals(claimed.lastOutcome()));
    }

    private Optional<Attempt> hold(Attempt attempt) {
        Settlement settlement = ended(
                attempt,
                Outcome.UNKNOWN,
                DeliveryState.HELD,
                "OUTCOME_UNKNOWN",
                "sent before, and the peer takes a repeat as new: ask the peer, then replay or skip");
        Commit.awaited(ledger.write(tx -> settle(tx, attempt, settlement)));
        settled(attempt, settlement);
        return Optional.empty();
    }

    private Settlement ended(Attempt attempt, Outcome outcome, DeliveryState next, String code, String text) {
        Instant now = clock.instant();
        Duration took = Duration.between(attempt.startedAt(), now);
        return new Settlement(outcome, next, now, code, text, null, attempt.mappingDigest(), now, took);
    }
}
