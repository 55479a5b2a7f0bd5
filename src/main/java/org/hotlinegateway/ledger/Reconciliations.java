package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reconciliations with peers and what they found. Whoever works on a run holds it by a lease; what he writes after he
 * lost it changes nothing.
 */
public interface Reconciliations {

    /** Begins a run; the earlier one where there is one of that name. */
    CompletableFuture<ReconcileRun> begin(NewReconcileRun run);

    /** Takes, or goes on holding, the first unfinished run that is due and free. */
    CompletableFuture<Optional<ReconcileRun>> claim(String owner, Duration lease);

    /** Keeps a page of the peer's list; empty when the run is no longer held. */
    CompletableFuture<Optional<ReconcileRun>> keepPage(
            long run, String owner, List<PeerEntry> page, @Nullable String cursor, boolean last);

    /** Notes that the list could not be read: again at that time, or never when it is null. */
    CompletableFuture<Boolean> failed(long run, String owner, String problem, @Nullable Instant again);

    /** Ends a run: what it did not find again of its time is gone, its copy of the peer's list is forgotten. */
    CompletableFuture<Boolean> finish(long run, String owner, int matched);

    Optional<ReconcileRun> run(long id);

    /** The newest runs first, of one peer or of all. */
    List<ReconcileRun> runs(@Nullable String peer, int limit);

    /** The peer's list as kept. */
    List<PeerEntry> entries(long run);

    /** Keys on the page kept last, in their order. */
    List<String> lastPage(ReconcileRun run);

    /** Deliveries with an attempt in a period, by attempt; a delivery tried twice comes twice. */
    List<Tried> tried(Period period, Recorded.Place after, int limit);

    /** Open deliveries of a peer that were tried at least once. */
    List<OurEntry> openAt(String peer);

    /** Deliveries to a peer of the case known under its number. */
    List<OurEntry> ofNumber(String peer, String number);

    /**
     * Notes a difference once, and cures it where the policy says so: a finding that was cured before, or that a person
     * decided, is a person's when it comes again.
     */
    CompletableFuture<Finding> note(long run, NewFinding finding, Finding.Cure wanted, Adopted adopted);

    /**
     * Ends an open finding by a person's decision; empty when it is not open, or when the delivery no longer allows it.
     * With {@code DESK} nothing is done: the finding is dismissed.
     */
    CompletableFuture<Optional<Finding>> decide(
            long finding, Finding.Cure cure, String by, String reason, Adopted adopted);

    Optional<Finding> finding(long id);

    /** Findings, newest first: those that wait for a person, or all; of one peer or of all. */
    List<Finding> findings(@Nullable String peer, boolean openOnly, int limit);

    /** Hears, inside the transaction, of a delivery that the peer's list acknowledges. */
    @FunctionalInterface
    interface Adopted {
        void adopted(LedgerTx tx, ClaimedDelivery delivery, Finding finding);
    }

    /** A delivery and the attempt by which it was found. */
    record Tried(Recorded.Place attempt, OurEntry entry) {}
}
