package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.peer.OutboundProfile;
import org.hotlinegateway.peer.Peers;

/**
 * The lanes at work: claims the head of a lane when its peer may be sent to, and ends attempts. A delivery whose last
 * outcome is unknown goes out again only to a peer declared idempotent.
 */
public final class Lanes {
    private static final Duration LEASE_BEYOND_TIMEOUTS = Duration.ofSeconds(30);
    private static final Duration NOT_ITS_TURN = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Peers peers;
    private final Clock clock;
    private final String owner;
    private final PeerGate gate;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final Map<String, Long> openInFeed = new ConcurrentHashMap<>();

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
        feeds.forEach(peer -> this.feeds.put(peer, new Feed(peer)));
    }

    /** Claims the head of the delivery's lane; empty when there is nothing to do now, which is normal. */
    public Optional<Attempt> claim(String peerCode, long deliveryId) {
        if (!gate.admits(peerCode) || waitsInFeed(peerCode, deliveryId)) {
            return Optional.empty();
        }
        OutboundProfile peer = peers.require(peerCode).outbound();
        Instant startedAt = clock.instant();
        return Commit.awaited(ledger.claim(deliveryId, owner, lease(peer)))
                .flatMap(claimed -> isSafe(claimed, peer) ? begin(claimed, peer, startedAt) : hold(claimed, startedAt));
    }

    /** Ends an attempt inside the caller's transaction; false, without any change, when another worker has taken over. */
    public boolean settle(LedgerTx tx, Attempt attempt, Settlement settlement) {
        ClaimedDelivery claimed = attempt.claimed();
        boolean ours = tx.settle(claimed, settlement);
        Feed feed = feeds.get(claimed.peer());
        if (ours && feed != null) {
            feed.settled(tx, claimed, settlement);
        }
        return ours;
    }

    /** Lets the next feed entry begin while this one is being settled: the ledger works in the order it is asked. */
    public void letNextBegin(Attempt attempt, Settlement settlement) {
        if (attempt.feedSeq() != null && Feed.frees(attempt.claimed(), settlement)) {
            openInFeed.remove(attempt.claimed().peer());
        }
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

    private static boolean isSafe(ClaimedDelivery claimed, OutboundProfile peer) {
        return peer.idempotent() || !Outcome.UNKNOWN.name().equals(claimed.lastOutcome());
    }

    private Optional<Attempt> hold(ClaimedDelivery claimed, Instant startedAt) {
        end(
                claimed,
                startedAt,
                Outcome.UNKNOWN,
                DeliveryState.HELD,
                "OUTCOME_UNKNOWN",
                "sent before, and the peer takes a repeat as new: ask the peer, then replay or skip");
        return Optional.empty();
    }

    private Optional<Attempt> begin(ClaimedDelivery claimed, OutboundProfile peer, Instant startedAt) {
        Feed feed = feeds.get(claimed.peer());
        if (feed == null) {
            return Optional.of(new Attempt(claimed, peer, startedAt, null));
        }
        Optional<Long> seq = Commit.awaited(ledger.write(tx -> feed.reserve(tx, claimed.id())));
        if (seq.isEmpty()) {
            putBack(claimed, startedAt, feed);
            return Optional.empty();
        }
        openInFeed.put(claimed.peer(), claimed.id());
        return Optional.of(new Attempt(claimed, peer, startedAt, seq.get()));
    }

    private void putBack(ClaimedDelivery claimed, Instant startedAt, Feed feed) {
        Commit.awaited(ledger.write(feed::open)).ifPresent(open -> openInFeed.put(claimed.peer(), open));
        end(claimed, startedAt, Outcome.NOT_SENT, DeliveryState.READY, "NOT_ITS_TURN", "an earlier feed entry is open");
    }

    private void end(
            ClaimedDelivery claimed, Instant startedAt, Outcome outcome, DeliveryState next, String code, String text) {
        Instant now = clock.instant();
        Settlement settlement = new Settlement(
                outcome, next, now.plus(NOT_ITS_TURN), code, text, null, null, now, Duration.between(startedAt, now));
        Commit.awaited(ledger.write(tx -> tx.settle(claimed, settlement)));
    }

    private boolean waitsInFeed(String peerCode, long deliveryId) {
        Long open = openInFeed.get(peerCode);
        if (open == null || open == deliveryId) {
            return false;
        }
        Optional<StoredDelivery> other = ledger.delivery(open);
        if (other.isEmpty() || !isOver(other.get())) {
            return true;
        }
        release(peerCode, other.get());
        return false;
    }

    private static boolean isOver(StoredDelivery delivery) {
        return delivery.state() == DeliveryState.SKIPPED || delivery.state() == DeliveryState.ACKNOWLEDGED;
    }

    private void release(String peerCode, StoredDelivery over) {
        boolean spent = over.state() == DeliveryState.ACKNOWLEDGED
                || Outcome.UNKNOWN.name().equals(over.lastOutcome());
        Feed feed = feeds.get(peerCode);
        if (feed != null) {
            Commit.awaited(ledger.write(tx -> feed.close(tx, over.id(), spent)));
        }
        openInFeed.remove(peerCode);
    }
}
