package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hotlinegateway.ledger.DeskCopy.Judged;
import org.jspecify.annotations.Nullable;

/** The desk in the ledger's own database. */
final class SqlDesk implements DeskBook {
    private static final int FILED_AT_ONCE = 500;
    private static final String SELECTION = "SELECTION ";

    private final SqlLedger ledger;

    SqlDesk(SqlLedger ledger) {
        this.ledger = ledger;
    }

    private <T> CompletableFuture<T> submit(Function<DeskTx, T> work) {
        return ledger.submit(tx -> work.apply(tx.desk()));
    }

    @Override
    public List<DeskGroup> groups() {
        fileAll();
        return ledger.read(tables -> tables.desk().groups());
    }

    /** What waited before there was a desk has no fingerprint yet. */
    private void fileAll() {
        boolean more = ledger.read(tables -> tables.desk().hasUnfiled());
        while (more) {
            more = submit(tx -> tx.tables().desk().fileUnfiled(FILED_AT_ONCE)).join() > 0;
        }
    }

    @Override
    public Optional<DeskGroup> group(long id) {
        return ledger.read(tables -> tables.desk().group(id));
    }

    @Override
    public List<DeskItem> items(DeskGroup group, long after, int limit) {
        return ledger.read(tables -> tables.desk().items(group, after, limit));
    }

    @Override
    public Optional<DeskItem> item(DeskSide side, long id) {
        return ledger.read(tables -> tables.desk().item(side, id));
    }

    @Override
    public CompletableFuture<DeskSelection> freeze(DeskFilter filter, int perMinute, String by, String reason) {
        fileAll();
        return submit(tx -> {
            SelectionSql selections = tx.tables().selections();
            long id = selections.freeze(filter, perMinute, by, reason, tx.now());
            act(tx, by, "SELECT", SELECTION + id, reason, filter.described());
            return selections.find(id).orElseThrow();
        });
    }

    @Override
    public Optional<DeskSelection> selection(long id) {
        return ledger.read(tables -> tables.selections().find(id));
    }

    @Override
    public List<DeskSelection> selections(int limit) {
        return ledger.read(tables -> tables.selections().newest(limit));
    }

    @Override
    public List<DeskMember> members(long selection, int after, int limit) {
        return ledger.read(tables -> tables.selections().members(selection, after, limit));
    }

    @Override
    public CompletableFuture<Begun> tryOne(long selection, int perMinute, String by, String reason) {
        return begin(selection, "REPLAY_ONE", by, reason, null, work -> work.tryOne(selection, perMinute, by, reason));
    }

    @Override
    public CompletableFuture<Begun> rest(
            long selection, int perMinute, String by, String reason, Optional<String> withoutTry) {
        String note = withoutTry.map(why -> "without one healed: " + why).orElse(null);
        return begin(
                selection,
                "REPLAY_REST",
                by,
                reason,
                note,
                work -> work.rest(selection, perMinute, by, reason, withoutTry));
    }

    @Override
    public CompletableFuture<Begun> discard(long selection, String by, String reason) {
        return begin(selection, "DISCARD", by, reason, null, work -> work.discard(selection, by, reason));
    }

    @Override
    public CompletableFuture<Begun> undo(long selection, String by, String reason) {
        return begin(selection, "UNDO_DISCARD", by, reason, null, work -> work.undo(selection, by, reason));
    }

    private CompletableFuture<Begun> begin(
            long selection,
            String act,
            String by,
            String reason,
            @Nullable String note,
            Function<SelectionWork, Begun> begin) {
        return submit(tx -> {
            Begun begun = begin.apply(new SelectionWork(tx));
            if (begun == Begun.DONE) {
                act(tx, by, act, SELECTION + selection, reason, note);
            }
            return begun;
        });
    }

    @Override
    public CompletableFuture<Boolean> cancel(long selection, String by, String reason) {
        return submit(
                tx -> acted(tx, new SelectionWork(tx).cancel(selection), by, "CANCEL", SELECTION + selection, reason));
    }

    @Override
    public List<Long> atWork() {
        return ledger.read(tables -> tables.selections().atWork());
    }

    @Override
    public CompletableFuture<Boolean> step(long selection, String owner, Duration lease, int inFlight) {
        return submit(tx -> new SelectionWork(tx).step(selection, owner, lease, inFlight));
    }

    @Override
    public CompletableFuture<Boolean> discard(DeskSide side, long id, String by, String reason) {
        return submit(tx -> acted(tx, tx.discard(side, id, by, reason), by, "DISCARD", side.named(id), reason));
    }

    @Override
    public CompletableFuture<Undone> undo(DeskSide side, long id, String by, String reason) {
        return submit(tx -> {
            Undone undone = tx.undo(side, id, by, reason);
            acted(tx, undone == Undone.DONE, by, "UNDO_DISCARD", side.named(id), reason);
            return undone;
        });
    }

    @Override
    public CompletableFuture<Optional<Long>> keepCopy(
            DeskSide side, long id, byte[] content, String by, String reason) {
        return submit(tx -> {
            Optional<Long> copy = tx.tables().copies().add(side, id, content, by, reason, tx.now());
            copy.ifPresent(number -> act(tx, by, "EDIT", side.named(id), reason, "copy " + number));
            return copy;
        });
    }

    @Override
    public Optional<DeskCopy> copy(long id) {
        return ledger.read(tables -> tables.copies().find(id));
    }

    @Override
    public List<DeskCopy> copies(DeskSide side, long id) {
        return ledger.read(tables -> tables.copies().of(side, id));
    }

    @Override
    public List<DeskCopy> copiesWaiting(int limit) {
        return ledger.read(tables -> tables.copies().waiting(limit));
    }

    @Override
    public CompletableFuture<Judged> judge(long copy, boolean approve, String by, String reason) {
        return submit(tx -> {
            Judged judged = tx.tables().copies().judge(copy, approve, by, reason, tx.now());
            acted(tx, judged == Judged.DONE, by, approve ? "APPROVE" : "REJECT", "COPY " + copy, reason);
            return judged;
        });
    }

    @Override
    public Optional<byte[]> document(long deliveryId) {
        return ledger.recordings().recordedDelivery(Long.toString(deliveryId)).map(Recorded::document);
    }

    @Override
    public CompletableFuture<Boolean> note(String by, String act, String subject, String reason) {
        return submit(tx -> acted(tx, true, by, act, subject, reason));
    }

    @Override
    public List<DeskAct> acts(long after, int limit) {
        return ledger.read(tables -> tables.acts().after(after, limit));
    }

    @Override
    public List<DeskAct> actsOn(String subject) {
        return ledger.read(tables -> tables.acts().on(subject));
    }

    @Override
    public CompletableFuture<Integer> forget(Instant before) {
        return submit(tx -> tx.tables().desk().forget(before));
    }

    private static boolean acted(DeskTx tx, boolean done, String by, String act, String subject, String reason) {
        if (done) {
            act(tx, by, act, subject, reason, null);
        }
        return done;
    }

    private static void act(DeskTx tx, String by, String act, String subject, String reason, @Nullable String note) {
        tx.tables().acts().add(by, act, subject, reason, note, tx.now());
    }
}
