package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotlinegateway.ledger.Finding;
import org.hotlinegateway.ledger.Finding.Cure;
import org.hotlinegateway.ledger.NewReconcileRun;
import org.hotlinegateway.ledger.ReconcileRun;
import org.hotlinegateway.ledger.Reconciliations;
import org.hotlinegateway.ledger.Reconciliations.Adopted;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.jspecify.annotations.Nullable;

/** Reconciliation (对账) as staff see it: start one, see how far it is, decide what it found. */
public final class Reconciliation {
    private final Reconciliations ledger;
    private final Peers peers;
    private final Clock clock;
    private final Adopted adopted;

    /** @param adopted hears of deliveries that a peer's list acknowledges */
    public Reconciliation(Reconciliations ledger, Peers peers, Clock clock, Adopted adopted) {
        this.ledger = ledger;
        this.peers = peers;
        this.clock = clock;
        this.adopted = adopted;
    }

    /**
     * Begins a reconciliation; it runs by itself.
     *
     * @throws IllegalArgumentException when the peer is unknown or has no list, or the period is not one
     */
    public ReconcileRun start(String peerCode, Instant since, Instant until, String by, String reason) {
        PeerProfile peer = peers.require(peerCode);
        if (peer.reconcile() == null) {
            throw new IllegalArgumentException("peer '" + peerCode + "' has no list to ask for. Write a block"
                    + " gateway.peers." + peerCode + ".reconcile, or compare by hand");
        }
        Instant end = until.isAfter(clock.instant()) ? clock.instant() : until;
        if (!since.isBefore(end)) {
            throw new IllegalArgumentException("since is not before until, or lies in the future");
        }
        String name = "on-demand/" + UUID.randomUUID();
        return Commit.awaited(ledger.begin(new NewReconcileRun(name, peerCode, since, end, "ON_DEMAND", by, reason)));
    }

    /** Peers that cannot be asked for a list: they are skipped, and a person compares by hand. */
    public List<String> withoutList() {
        return peers.all().stream()
                .filter(peer -> peer.reconcile() == null)
                .map(PeerProfile::code)
                .toList();
    }

    public Optional<ReconcileRun> run(long id) {
        return ledger.run(id);
    }

    public List<ReconcileRun> runs(@Nullable String peer, int limit) {
        return ledger.runs(peer, limit);
    }

    public Optional<Finding> finding(long id) {
        return ledger.finding(id);
    }

    public List<Finding> findings(@Nullable String peer, boolean openOnly, int limit) {
        return ledger.findings(peer, openOnly, limit);
    }

    /**
     * A person's decision: send again, take the peer's word, or leave it ({@code DESK}). Empty when the finding is not open
     * or its delivery does not allow it.
     */
    public Optional<Finding> decide(long finding, Cure cure, String by, String reason) {
        return Commit.awaited(ledger.decide(finding, cure, by, reason, adopted));
    }
}
