package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on what people set aside, and on putting it back. */
final class DiscardSql {
    private static final String TABLE_KEY = "table:";

    /** Why a file is refused that a person did not want. */
    private static final String DISCARDED = "DISCARDED";

    static final String OPEN = """
            select * from desk_discard where side = ? and item_id = ? and undone_at is null order by id desc limit 1""";

    static final String LANE_OF = """
            select d.case_id, d.peer, d.independent from delivery d where d.id = ? and d.state = 'SKIPPED'""";

    static final String LATER = """
            select e.state, e.last_outcome from delivery e
            where e.case_id = ? and e.peer = ? and e.id > ? and e.independent = 0""";

    private final Sql sql;
    private final Dialect dialect;
    private final DeskSql desk;
    private final AttemptSql attempts;

    DiscardSql(Sql sql, Dialect dialect, DeskSql desk, AttemptSql attempts) {
        this.sql = sql;
        this.dialect = dialect;
        this.desk = desk;
        this.attempts = attempts;
    }

    /** Why a message was parked before it was set aside. */
    record Was(@Nullable String reason, @Nullable String waitingOn) {}

    /** One time something was set aside. */
    record Discard(long id, Was was) {}

    void add(DeskSide side, long id, @Nullable Was was, String by, String reason, Instant now) {
        sql.update(
                "insert into desk_discard (side, item_id, at, done_by, reason, was_reason, was_waiting_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                side,
                id,
                now,
                by,
                reason,
                was == null ? null : was.reason(),
                was == null ? null : was.waitingOn());
    }

    Optional<Discard> open(DeskSide side, long id) {
        return sql.first(
                OPEN + dialect.lock,
                row -> new Discard(
                        row.number("id"), new Was(row.textOrNull("was_reason"), row.textOrNull("was_waiting_on"))),
                side,
                id);
    }

    void undone(Discard discard, String by, String reason, Instant now) {
        sql.update(
                "update desk_discard set undone_at = ?, undone_by = ?, undo_reason = ? where id = ?",
                now,
                by,
                reason,
                discard.id());
    }

    /** Sets a parked message aside; empty when it is not parked. */
    Optional<Was> message(long id, String reason, Instant now) {
        Optional<Was> was = sql.first(
                "select reason, waiting_on from message where id = ? and state = 'PARKED'" + dialect.lock,
                row -> new Was(row.textOrNull("reason"), row.textOrNull("waiting_on")),
                id);
        was.ifPresent(before -> sql.update(
                "update message set state = 'DISCARDED', decided_at = ?, reason = ?, waiting_on = null where id = ?",
                now,
                reason,
                id));
        return was;
    }

    /**
     * Parks a message again that was set aside. It blocked nobody while it was parked, so that its lane may have gone on
     * either way. A row of a table still releases it; an order or a case may be known by now, so that is left to a person.
     */
    Undone restoreMessage(long id, Discard discard, Instant now) {
        Was was = discard.was();
        boolean byTable = was.waitingOn() != null && was.waitingOn().startsWith(TABLE_KEY);
        Optional<String> peer = sql.first(
                "update message set state = 'PARKED', decided_at = null, reason = ?, waiting_on = ?"
                        + " where id = ? and state = 'DISCARDED' returning peer",
                row -> row.text("peer"),
                was.reason(),
                byTable ? was.waitingOn() : null,
                id);
        peer.ifPresent(from -> desk.parked(id, from, was.reason(), now));
        return peer.isPresent() ? Undone.DONE : Undone.NOT_DISCARDED;
    }

    /** Sets a held file aside; empty when it is not held. */
    Optional<Was> attachment(long id) {
        Optional<Was> was = sql.first(
                "select reason from attachment where id = ? and state = 'HELD'" + dialect.lock,
                row -> new Was(row.textOrNull("reason"), null),
                id);
        was.ifPresent(before ->
                sql.update("update attachment set state = 'REFUSED', reason = ? where id = ?", DISCARDED, id));
        return was;
    }

    /** Holds a file again that was set aside and did not come anew meanwhile. */
    Undone restoreAttachment(long id, Discard discard, Instant now) {
        String why = discard.was().reason();
        Optional<String> peer = sql.first(
                "update attachment set state = 'HELD', reason = ? where id = ? and state = 'REFUSED' and reason = ?"
                        + " returning peer",
                row -> row.text("peer"),
                why,
                id,
                DISCARDED);
        peer.ifPresent(from -> desk.stuck(id, from, why, now));
        return peer.isPresent() ? Undone.DONE : Undone.NOT_DISCARDED;
    }

    private record Lane(long caseId, String peer, boolean independent) {}

    private record State(DeliveryState state, @Nullable String lastOutcome) {
        boolean mayHaveGone() {
            return state == DeliveryState.ACKNOWLEDGED
                    || state == DeliveryState.CLAIMED
                    || Settlement.Outcome.UNKNOWN.name().equals(lastOutcome);
        }
    }

    /** Holds a delivery again that was set aside, unless a later one of its lane may have gone out meanwhile. */
    Undone restoreDelivery(long id, String by, String reason, Instant now) {
        Optional<Lane> found = sql.first(
                LANE_OF, row -> new Lane(row.number("case_id"), row.text("peer"), row.flag("independent")), id);
        if (found.isEmpty()) {
            return Undone.NOT_DISCARDED;
        }
        Lane lane = found.get();
        sql.first("select id from cases where id = ?" + dialect.lock, row -> true, lane.caseId());
        if (!lane.independent() && isOvertaken(id, lane)) {
            return Undone.OVERTAKEN;
        }
        boolean held = sql.update(
                        "update delivery set state = 'HELD', settled_at = null, due = ?"
                                + " where id = ? and state = 'SKIPPED'",
                        now,
                        id)
                > 0;
        if (held) {
            attempts.restored(id, by, reason, now);
        }
        return held ? Undone.DONE : Undone.NOT_DISCARDED;
    }

    /** Locks the later ones, so that none of them is claimed before the commit. */
    private boolean isOvertaken(long id, Lane lane) {
        return sql
                .list(
                        LATER + dialect.lock,
                        row -> new State(DeliveryState.valueOf(row.text("state")), row.textOrNull("last_outcome")),
                        lane.caseId(),
                        lane.peer(),
                        id)
                .stream()
                .anyMatch(State::mayHaveGone);
    }
}
