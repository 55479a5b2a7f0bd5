package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.ReconcileRun.State;
import org.hotlinegateway.ledger.Reconciliations.Tried;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Statements on reconciliations: runs, the peer's list as read, and our side of it. */
final class ReconcileSql {
    static final String NEXT = """
            select r.* from reconcile_run r where r.ended_at is null and r.due <= ?
            and (r.lease_until is null or r.lease_until <= ? or r.owner = ?)
            and not exists (select 1 from reconcile_run e where e.peer = r.peer and e.id < r.id and e.ended_at is null)
            order by r.id limit 1""";

    /** Only what may have reached the peer: a decision of a person, or a connection that failed, did not. */
    private static final String SENT = "(select %s(s.at) from attempt s where s.delivery_id = d.id"
            + " and s.done_by is null and s.outcome <> 'NOT_SENT')";

    private static final String OURS =
            "select d.id, c.case_no, d.seq, d.event_type, d.state, d.last_outcome, d.last_code, d.peer_reference, e.document_key,"
                    + " e.document, coalesce(" + SENT.formatted("max")
                    + ", d.created_at) as last_at, %s from delivery d"
                    + " join cases c on c.id = d.case_id join event e on e.case_id = d.case_id and e.seq = d.seq"
                    + " and d.part is null ";

    private static final String IN_PERIOD =
            " join attempt a on a.delivery_id = d.id where (a.at, a.id) > (?, ?) and a.at < ? and d.peer = ?";

    static final String TRIED =
            OURS.formatted("a.at as tried_at, a.id as attempt_id") + IN_PERIOD + " order by a.at, a.id limit ?";

    static final String EARLIEST = "select min(" + SENT.formatted("min") + ") as earliest from delivery d" + IN_PERIOD;

    static final String OPEN = OURS.formatted("0 as attempt_id")
            + "where d.peer = ? and d.settled_at is null and (d.attempts > 0 or d.state = 'HELD' and d.last_code = '"
            + RestoredSql.CODE + "')";

    static final String OF_NUMBER = OURS.formatted("0 as attempt_id")
            + "where d.peer = ? and d.case_id = (select case_id from case_reference where peer = ? and reference = ?)";

    private static final String BEGIN = """
            insert into reconcile_run (name, peer, since_at, until_at, asked_since, state, cause, done_by, reason, started_at, due,
                tries, pages, entries, matched, found, cured)
            values (?, ?, ?, ?, ?, 'READING', ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0) on conflict (name) do nothing""";

    private static final String HELD = " where id = ? and owner = ? and ended_at is null";

    private static final String KEEP = """
            insert into reconcile_entry (run_id, entry_key, number, page, state, at, event)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (run_id, entry_key, number) do nothing""";

    /** Of an event that does not open no key is made: what the peer has of it is left to a person. */
    private static final byte[] KEYLESS = {'{', '}'};

    private final Sql sql;
    private final FieldCipher cipher;

    ReconcileSql(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** When the first attempt was made at something tried in the period; the period's begin when nothing was earlier. */
    Instant earliest(NewReconcileRun run) {
        Optional<Long> earliest = sql.list(
                        EARLIEST,
                        row -> Optional.ofNullable(row.numberOrNull("earliest")),
                        run.since(),
                        0,
                        run.until(),
                        run.peer())
                .get(0);
        return earliest.map(Instant::ofEpochMilli)
                .filter(at -> at.isBefore(run.since()))
                .orElse(run.since());
    }

    ReconcileRun begin(NewReconcileRun run, Instant askedSince, Instant now) {
        sql.update(
                BEGIN,
                run.name(),
                run.peer(),
                run.since(),
                run.until(),
                askedSince,
                run.cause(),
                run.by(),
                run.reason(),
                now,
                now);
        return sql.first("select * from reconcile_run where name = ?", ReconcileSql::run, run.name())
                .orElseThrow();
    }

    Optional<ReconcileRun> claim(String owner, Instant until, Instant now) {
        return sql.first(NEXT, ReconcileSql::run, now, now, owner)
                .filter(next -> sql.update(
                                "update reconcile_run set owner = ?, lease_until = ? where id = ? and ended_at is null"
                                        + " and (lease_until is null or lease_until <= ? or owner = ?)",
                                owner,
                                until,
                                next.id(),
                                now,
                                owner)
                        > 0);
    }

    Optional<ReconcileRun> keepPage(
            long id, String owner, List<PeerEntry> page, @Nullable String cursor, boolean last) {
        Optional<Integer> number = sql.first(
                "update reconcile_run set pages = pages + 1, next_cursor = ?, tries = 0, problem = null, state = ?"
                        + HELD + " returning pages",
                row -> row.count("pages"),
                cursor,
                last ? State.COMPARING : State.READING,
                id,
                owner);
        return number.map(pages -> {
            int kept = page.stream().mapToInt(entry -> keep(id, pages, entry)).sum();
            sql.update("update reconcile_run set entries = entries + ? where id = ?", kept, id);
            return find(id).orElseThrow();
        });
    }

    private int keep(long id, int page, PeerEntry entry) {
        String number = entry.number() == null ? "" : entry.number();
        return sql.update(KEEP, id, entry.key(), number, page, entry.state(), entry.at(), entry.event());
    }

    boolean failed(long id, String owner, String problem, @Nullable Instant again, Instant now) {
        return sql.update(
                        "update reconcile_run set tries = tries + 1, problem = ?, due = ?, lease_until = null, state = ?,"
                                + " ended_at = ?" + HELD,
                        problem,
                        again == null ? now : again,
                        again == null ? State.FAILED : State.READING,
                        again == null ? now : null,
                        id,
                        owner)
                > 0;
    }

    boolean finish(long id, String owner, int matched, Instant now) {
        boolean ours = sql.update(
                        "update reconcile_run set state = 'DONE', matched = ?, ended_at = ?, lease_until = null" + HELD,
                        matched,
                        now,
                        id,
                        owner)
                > 0;
        if (ours) {
            sql.update("delete from reconcile_entry where run_id = ?", id);
        }
        return ours;
    }

    void counted(long id, boolean cured) {
        sql.update("update reconcile_run set found = found + 1, cured = cured + ? where id = ?", cured ? 1 : 0, id);
    }

    Optional<ReconcileRun> find(long id) {
        return sql.first("select * from reconcile_run where id = ?", ReconcileSql::run, id);
    }

    List<ReconcileRun> runs(@Nullable String peer, int limit) {
        return peer == null
                ? sql.list("select * from reconcile_run order by id desc limit ?", ReconcileSql::run, limit)
                : sql.list(
                        "select * from reconcile_run where peer = ? order by id desc limit ?",
                        ReconcileSql::run,
                        peer,
                        limit);
    }

    List<PeerEntry> entries(long run) {
        return sql.list(
                "select * from reconcile_entry where run_id = ? order by entry_key, number", ReconcileSql::entry, run);
    }

    List<String> keysOfPage(long run, int page) {
        return sql.list(
                "select distinct entry_key from reconcile_entry where run_id = ? and page = ? order by entry_key",
                row -> row.text("entry_key"),
                run,
                page);
    }

    List<Tried> tried(Period period, Recorded.Place after, int limit) {
        return sql.list(
                TRIED,
                row -> new Tried(new Recorded.Place(row.instant("tried_at"), row.number("attempt_id")), ours(row)),
                after.at(),
                after.number(),
                period.until(),
                period.peer(),
                limit);
    }

    List<OurEntry> openAt(String peer) {
        return sql.list(OPEN, this::ours, peer);
    }

    List<OurEntry> ofNumber(String peer, String number) {
        return sql.list(OF_NUMBER, this::ours, peer, peer, number);
    }

    private OurEntry ours(Row row) throws SQLException {
        String caseNo = row.text("case_no");
        int seq = row.count("seq");
        DeliveryState state = DeliveryState.valueOf(row.text("state"));
        byte[] document = cipher.openOrNull(row.sealed("document"), EventSql.place(caseNo, seq));
        return new OurEntry(
                row.number("id"),
                caseNo,
                seq,
                row.text("event_type"),
                state,
                row.textOrNull("last_outcome"),
                state == DeliveryState.HELD && RestoredSql.CODE.equals(row.textOrNull("last_code")),
                row.textOrNull("peer_reference"),
                row.instant("last_at"),
                document == null ? KEYLESS : document);
    }

    private static PeerEntry entry(Row row) throws SQLException {
        String number = row.text("number");
        return new PeerEntry(
                row.text("entry_key"),
                number.isEmpty() ? null : number,
                row.text("state"),
                row.instantOrNull("at"),
                row.textOrNull("event"));
    }

    private static ReconcileRun run(Row row) throws SQLException {
        return new ReconcileRun(
                row.number("id"),
                row.text("name"),
                row.text("peer"),
                row.instant("since_at"),
                row.instant("until_at"),
                row.instant("asked_since"),
                State.valueOf(row.text("state")),
                row.text("cause"),
                row.text("done_by"),
                row.text("reason"),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                row.count("tries"),
                row.textOrNull("next_cursor"),
                row.count("pages"),
                row.count("entries"),
                row.count("matched"),
                row.count("found"),
                row.count("cured"),
                row.textOrNull("problem"));
    }
}
