package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hotlinegateway.ledger.Finding.Cure;
import org.hotlinegateway.ledger.Finding.Kind;
import org.hotlinegateway.ledger.Finding.State;
import org.jspecify.annotations.Nullable;

/** Statements on what reconciliation found, and on the deliveries it cures. */
final class FindingSql {
    static final String OPEN = "select * from finding where done_at is null order by found_at desc, id desc limit ?";
    static final String OPEN_OF =
            "select * from finding where peer = ? and done_at is null order by found_at desc, id desc limit ?";
    static final String GONE = """
            update finding set state = 'GONE', done_at = ?, done_by = 'reconciliation', reason = 'no longer found'
            where peer = ? and done_at is null and at >= ? and at < ? and last_run < ?""";

    private static final String INSERT = """
            insert into finding (peer, kind, entry_key, delivery_id, case_no, at, ours, theirs, differs, event, state,
                cure, first_run, last_run, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', 'DESK', ?, ?, ?) returning *""";

    private static final String AGAIN = """
            update finding set last_run = ?, delivery_id = ?, at = ?, ours = ?, theirs = ?, differs = ?, event = ?,
                state = ?, cure = case when ? = 'OPEN' then 'DESK' else cure end,
                done_at = case when ? = 'OPEN' then null else done_at end
            where id = ? returning *""";

    private static final String END =
            "update finding set state = ?, cure = ?, done_at = ?, done_by = ?, reason = ? where id = ? returning *";

    private static final String RETURNED =
            " returning case_id, seq, event_type, attempts, fence, last_outcome, created_at";

    private static final String RESEND = """
            update delivery set state = 'READY', due = ?, settled_at = null, last_outcome = null, feed_seq = null
            where id = ? and state in ('ACKNOWLEDGED', 'HELD')""" + RETURNED;

    private static final String ADOPT = """
            update delivery set state = 'ACKNOWLEDGED', due = ?, settled_at = ?, last_outcome = 'ACKNOWLEDGED',
                peer_reference = coalesce(?, peer_reference) where id = ? and state = 'HELD'""" + RETURNED;

    private static final String ATTEMPT = """
            insert into attempt (delivery_id, attempt, at, outcome, next_state, peer_reference, done_by, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;

    FindingSql(Sql sql) {
        this.sql = sql;
    }

    /**
     * A delivery whose state a cure changed.
     *
     * @param caseId its case in the ledger
     * @param delivery as it was claimed last
     */
    record Cured(long caseId, ClaimedDelivery delivery) {}

    Optional<Finding> find(String peer, Kind kind, String key) {
        return sql.first(
                "select * from finding where peer = ? and kind = ? and entry_key = ?",
                FindingSql::finding,
                peer,
                kind,
                key);
    }

    Optional<Finding> find(long id) {
        return sql.first("select * from finding where id = ?", FindingSql::finding, id);
    }

    Finding insert(long run, NewFinding f, Instant now) {
        return sql.first(
                        INSERT,
                        FindingSql::finding,
                        f.peer(),
                        f.kind(),
                        f.key(),
                        f.deliveryId(),
                        f.caseNo(),
                        f.at(),
                        f.ours(),
                        f.theirs(),
                        f.differs(),
                        f.event(),
                        run,
                        run,
                        now)
                .orElseThrow();
    }

    /** What stands already when a run finds it again: dismissed while it is the same, else a person's. */
    Finding again(long run, Finding known, NewFinding f) {
        boolean same = Objects.equals(known.ours(), f.ours()) && Objects.equals(known.theirs(), f.theirs());
        State state = known.state() == State.DISMISSED && same ? State.DISMISSED : State.OPEN;
        return sql.first(
                        AGAIN,
                        FindingSql::finding,
                        run,
                        f.deliveryId(),
                        f.at(),
                        f.ours(),
                        f.theirs(),
                        f.differs(),
                        f.event(),
                        state,
                        state,
                        state,
                        known.id())
                .orElseThrow();
    }

    Finding end(long id, State state, Cure cure, String by, String reason, Instant now) {
        return sql.first(END, FindingSql::finding, state, cure, now, by, reason, id)
                .orElseThrow();
    }

    int gone(ReconcileRun run, Instant now) {
        return sql.update(GONE, now, run.peer(), run.since(), run.until(), run.id());
    }

    List<Finding> list(@Nullable String peer, boolean openOnly, int limit) {
        if (openOnly) {
            return peer == null
                    ? sql.list(OPEN, FindingSql::finding, limit)
                    : sql.list(OPEN_OF, FindingSql::finding, peer, limit);
        }
        return peer == null
                ? sql.list("select * from finding order by id desc limit ?", FindingSql::finding, limit)
                : sql.list(
                        "select * from finding where peer = ? order by id desc limit ?",
                        FindingSql::finding,
                        peer,
                        limit);
    }

    /** Lets the finding's delivery go again; empty when it is on its way already or set aside. */
    Optional<Cured> resend(Finding of, String by, String reason, Instant now) {
        Optional<Cured> cured = sql.first(RESEND, row -> cured(of, row, now), now, of.deliveryId());
        cured.ifPresent(one -> attempt(one, "REPLAYED", DeliveryState.READY, null, by, reason, now));
        return cured;
    }

    /** Acknowledges the finding's delivery by the peer's list; empty when it is not held. */
    Optional<Cured> adopt(Finding of, @Nullable String number, String by, String reason, Instant now) {
        Optional<Cured> cured = sql.first(ADOPT, row -> cured(of, row, now), now, now, number, of.deliveryId());
        cured.ifPresent(one -> attempt(one, "ACKNOWLEDGED", DeliveryState.ACKNOWLEDGED, number, by, reason, now));
        return cured;
    }

    private void attempt(
            Cured cured,
            String outcome,
            DeliveryState next,
            @Nullable String number,
            String by,
            String reason,
            Instant now) {
        ClaimedDelivery d = cured.delivery();
        sql.update(ATTEMPT, d.id(), d.attempt(), now, outcome, next, number, by, reason);
    }

    private static Cured cured(Finding of, Row row, Instant now) throws SQLException {
        return new Cured(
                row.number("case_id"),
                new ClaimedDelivery(
                        Objects.requireNonNull(of.deliveryId()),
                        of.peer(),
                        Objects.requireNonNull(of.caseNo()),
                        row.count("seq"),
                        row.text("event_type"),
                        row.count("attempts"),
                        row.number("fence"),
                        now,
                        row.textOrNull("last_outcome"),
                        row.instant("created_at"),
                        null,
                        null,
                        new byte[0],
                        false));
    }

    private static Finding finding(Row row) throws SQLException {
        return new Finding(
                row.number("id"),
                row.text("peer"),
                Kind.valueOf(row.text("kind")),
                row.text("entry_key"),
                row.numberOrNull("delivery_id"),
                row.textOrNull("case_no"),
                row.instant("at"),
                row.textOrNull("ours"),
                row.textOrNull("theirs"),
                row.textOrNull("differs"),
                row.textOrNull("event"),
                State.valueOf(row.text("state")),
                Cure.valueOf(row.text("cure")),
                row.number("first_run"),
                row.number("last_run"),
                row.instant("found_at"),
                row.instantOrNull("done_at"),
                row.textOrNull("done_by"),
                row.textOrNull("reason"));
    }
}
