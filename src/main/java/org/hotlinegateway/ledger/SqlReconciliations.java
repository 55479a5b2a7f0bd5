package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.ledger.Finding.Cure;
import org.hotlinegateway.ledger.Finding.State;
import org.jspecify.annotations.Nullable;

/** Reconciliations in the ledger's own database. */
final class SqlReconciliations implements Reconciliations {
    private static final String BY = "reconciliation";

    private final SqlLedger ledger;

    SqlReconciliations(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletableFuture<ReconcileRun> begin(NewReconcileRun run) {
        Instant since = ledger.read(tables -> tables.reconciles().earliest(run));
        return ledger.submit(tx -> tx.tables().reconciles().begin(run, since, tx.now()));
    }

    @Override
    public CompletableFuture<Optional<ReconcileRun>> claim(String owner, Duration lease) {
        return ledger.submit(
                tx -> tx.tables().reconciles().claim(owner, tx.now().plus(lease), tx.now()));
    }

    @Override
    public CompletableFuture<Optional<ReconcileRun>> keepPage(
            long run, String owner, List<PeerEntry> page, @Nullable String cursor, boolean last) {
        return ledger.submit(tx -> tx.tables().reconciles().keepPage(run, owner, page, cursor, last));
    }

    @Override
    public CompletableFuture<Boolean> failed(long run, String owner, String problem, @Nullable Instant again) {
        return ledger.submit(tx -> tx.tables().reconciles().failed(run, owner, problem, again, tx.now()));
    }

    @Override
    public CompletableFuture<Boolean> finish(long run, String owner, int matched) {
        return ledger.submit(tx -> {
            boolean ours = tx.tables().reconciles().finish(run, owner, matched, tx.now());
            if (ours) {
                tx.tables()
                        .reconciles()
                        .find(run)
                        .ifPresent(done -> tx.tables().findings().gone(done, tx.now()));
            }
            return ours;
        });
    }

    @Override
    public Optional<ReconcileRun> run(long id) {
        return ledger.read(tables -> tables.reconciles().find(id));
    }

    @Override
    public List<ReconcileRun> runs(@Nullable String peer, int limit) {
        return ledger.read(tables -> tables.reconciles().runs(peer, limit));
    }

    @Override
    public List<PeerEntry> entries(long run) {
        return ledger.read(tables -> tables.reconciles().entries(run));
    }

    @Override
    public List<String> lastPage(ReconcileRun run) {
        return ledger.read(tables -> tables.reconciles().keysOfPage(run.id(), run.pages()));
    }

    @Override
    public List<Tried> tried(Period period, Recorded.Place after, int limit) {
        return ledger.read(tables -> tables.reconciles().tried(period, after, limit));
    }

    @Override
    public List<OurEntry> openAt(String peer) {
        return ledger.read(tables -> tables.reconciles().openAt(peer));
    }

    @Override
    public List<OurEntry> ofNumber(String peer, String number) {
        return ledger.read(tables -> tables.reconciles().ofNumber(peer, number));
    }

    @Override
    public CompletableFuture<Finding> note(long run, NewFinding finding, Cure wanted, Adopted adopted) {
        return ledger.submit(tx -> {
            Optional<Finding> known = tx.tables().findings().find(finding.peer(), finding.kind(), finding.key());
            if (known.isPresent() && known.get().lastRun() == run) {
                return known.get();
            }
            Finding noted = known.filter(before -> before.state() != State.GONE)
                    .map(before -> tx.tables().findings().again(run, before, finding))
                    .orElseGet(() -> afresh(tx, run, known, finding, wanted, adopted));
            tx.tables().reconciles().counted(run, noted.state() == State.CURED);
            return noted;
        });
    }

    private static Finding afresh(
            SqlTx tx, long run, Optional<Finding> gone, NewFinding finding, Cure wanted, Adopted adopted) {
        Finding open = gone.map(before -> tx.tables().findings().again(run, before, finding))
                .orElseGet(() -> tx.tables().findings().insert(run, finding, tx.now()));
        String why = "run " + run + ": " + finding.kind();
        return cure(tx, open, wanted, BY, why, adopted)
                ? tx.tables().findings().end(open.id(), State.CURED, wanted, BY, why, tx.now())
                : open;
    }

    @Override
    public CompletableFuture<Optional<Finding>> decide(
            long finding, Cure cure, String by, String reason, Adopted adopted) {
        return ledger.submit(tx -> tx.tables()
                .findings()
                .find(finding)
                .filter(open -> open.state() == State.OPEN)
                .filter(open -> cure == Cure.DESK || cure(tx, open, cure, by, reason, adopted))
                .map(open -> {
                    State state = cure == Cure.DESK ? State.DISMISSED : State.DECIDED;
                    return tx.tables().findings().end(open.id(), state, cure, by, reason, tx.now());
                }));
    }

    /** Does it; false when there is nothing to do, or no delivery that allows it. */
    private static boolean cure(SqlTx tx, Finding f, Cure cure, String by, String reason, Adopted adopted) {
        if (cure == Cure.DESK || f.deliveryId() == null) {
            return false;
        }
        Optional<FindingSql.Cured> cured = cure == Cure.RESEND
                ? tx.tables().findings().resend(f, by, reason, tx.now())
                : tx.tables().findings().adopt(f, f.theirNumber(), by, reason, tx.now());
        cured.ifPresent(one -> {
            if (cure == Cure.ADOPT) {
                adopted.adopted(tx, one.delivery(), f);
            }
            tx.ringLane(one.caseId(), f.peer());
        });
        return cured.isPresent();
    }

    @Override
    public Optional<Finding> finding(long id) {
        return ledger.read(tables -> tables.findings().find(id));
    }

    @Override
    public List<Finding> findings(@Nullable String peer, boolean openOnly, int limit) {
        return ledger.read(tables -> tables.findings().list(peer, openOnly, limit));
    }
}
