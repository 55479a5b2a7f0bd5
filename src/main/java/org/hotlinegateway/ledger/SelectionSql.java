package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on frozen selections and their members. */
final class SelectionSql {
    private static final String FREEZE = """
            insert into desk_member (selection_id, place, side, item_id, state)
            select ?, ? + row_number() over (order by i.item_id), i.side, i.item_id, 'WAITING' from\s""";

    static final String AT_WORK = "select id from desk_selection where ended_at is null order by id";
    static final String COUNTS =
            "select state, count(*) as number from desk_member where selection_id = ? group by state";
    static final String MEMBERS =
            "select * from desk_member where selection_id = ? and place > ? order by place limit ?";
    static final String IN_STATE =
            "select * from desk_member where selection_id = ? and state = ? order by place limit ?";

    static final String ENDED_DELIVERIES = """
            select m.place, m.side, m.item_id, d.state as ended, d.last_code as code
            from desk_member m join delivery d on d.id = m.item_id
            where m.selection_id = ? and m.state = 'SENT' and m.side = 'DELIVERY'
            and d.state in ('ACKNOWLEDGED', 'HELD', 'SKIPPED') order by m.place limit ?""";
    static final String ENDED_MESSAGES = """
            select m.place, m.side, m.item_id, e.state as ended, e.reason as code
            from desk_member m join message e on e.id = m.item_id
            where m.selection_id = ? and m.state = 'SENT' and m.side = 'MESSAGE'
            and e.state in ('APPLIED', 'PARKED', 'DISCARDED') order by m.place limit ?""";

    static final String ENDED_ATTACHMENTS = """
            select m.place, m.side, m.item_id, a.state as ended, a.reason as code
            from desk_member m join attachment a on a.id = m.item_id
            where m.selection_id = ? and m.state = 'SENT' and m.side = 'ATTACHMENT'
            and a.state in ('KEPT', 'HELD', 'REFUSED') order by m.place limit ?""";

    private final Sql sql;
    private final Dialect dialect;

    SelectionSql(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Freezes what the filter takes now; the selection's number. */
    long freeze(DeskFilter filter, int perMinute, String by, String reason, Instant now) {
        long id = sql.first(
                        "insert into desk_selection (at, done_by, reason, criteria, state, per_minute, ended_at, fence,"
                                + " lease_until) values (?, ?, ?, ?, 'FROZEN', ?, ?, 0, 0) returning id",
                        row -> row.number("id"),
                        now,
                        by,
                        reason,
                        filter.described(),
                        perMinute,
                        now)
                .orElseThrow();
        int messages = freeze(id, 0, filter, DeskSide.MESSAGE, DeskSql.MESSAGES + " and " + DeskSql.PARKED);
        int deliveries = freeze(id, messages, filter, DeskSide.DELIVERY, DeskSql.DELIVERIES + " and " + DeskSql.HELD);
        String stuck = DeskSql.ATTACHMENTS + " and " + DeskSql.STUCK;
        freeze(id, messages + deliveries, filter, DeskSide.ATTACHMENT, stuck);
        return id;
    }

    private int freeze(long id, int before, DeskFilter filter, DeskSide side, String from) {
        if (!filter.takes(side)) {
            return 0;
        }
        List<Object> values = new ArrayList<>(List.of(id, before));
        values.addAll(filter.values());
        return sql.update(FREEZE + from + filter.conditions(), values.toArray());
    }

    Optional<DeskSelection> find(long id) {
        return sql.first("select * from desk_selection where id = ?", this::selection, id);
    }

    /** Finds and locks a selection. */
    Optional<DeskSelection> lock(long id) {
        return sql.first("select * from desk_selection where id = ?" + dialect.lock, this::selection, id);
    }

    List<DeskSelection> newest(int limit) {
        return sql.list("select * from desk_selection order by id desc limit ?", this::selection, limit);
    }

    List<Long> atWork() {
        return sql.list(AT_WORK, row -> row.number("id"));
    }

    /** Takes or keeps the lease on the work; empty when another process has it, or there is no work. */
    Optional<DeskSelection> lease(long id, String owner, Instant until, Instant now) {
        int taken = sql.update(
                "update desk_selection set owner = ?, lease_until = ?, fence = fence + 1"
                        + " where id = ? and ended_at is null and (owner = ? or lease_until <= ?)",
                owner,
                until,
                id,
                owner,
                now);
        return taken == 0 ? Optional.empty() : find(id);
    }

    /** Begins a piece of work, free for any process to take. */
    void begin(long id, SelectionState state, int perMinute, String by, String reason, Instant now) {
        sql.update(
                "update desk_selection set state = ?, per_minute = ?, acted_by = ?, act_reason = ?, released_at = ?,"
                        + " ended_at = null, lease_until = 0 where id = ?",
                state,
                perMinute,
                by,
                reason,
                now,
                id);
    }

    void override(long id, String reason) {
        sql.update("update desk_selection set override_reason = ? where id = ?", reason, id);
    }

    void state(long id, SelectionState state, Instant now) {
        sql.update(
                "update desk_selection set state = ?, ended_at = ? where id = ?",
                state,
                state.isAtWork() ? null : now,
                id);
    }

    void released(long id, Instant at) {
        sql.update("update desk_selection set released_at = ? where id = ?", at, id);
    }

    List<DeskMember> members(long id, int after, int limit) {
        return sql.list(MEMBERS, SelectionSql::member, id, after, limit);
    }

    List<DeskMember> in(long id, MemberState state, int limit) {
        return sql.list(IN_STATE, SelectionSql::member, id, state, limit);
    }

    void sent(long id, int place, Instant now) {
        sql.update(
                "update desk_member set state = 'SENT', released_at = ? where selection_id = ? and place = ?",
                now,
                id,
                place);
    }

    void ended(long id, int place, MemberState state, @Nullable String note, Instant now) {
        sql.update(
                "update desk_member set state = ?, ended_at = ?, note = ? where selection_id = ? and place = ?",
                state,
                now,
                note,
                id,
                place);
    }

    /** A member that was sent and has come to its end, and in which state of its own. */
    record Ended(int place, String state, @Nullable String code) {
        private static final int CODE_AT_MOST = 60;

        MemberState became() {
            return switch (state) {
                case "ACKNOWLEDGED", "APPLIED", "KEPT" -> MemberState.HEALED;
                case "HELD", "PARKED", "REFUSED" -> MemberState.FAILED;
                default -> MemberState.GONE;
            };
        }

        /** The code of a delivery; of a message's reason its beginning. */
        @Nullable
        String note() {
            if (became() != MemberState.FAILED || code == null) {
                return null;
            }
            return code.length() > CODE_AT_MOST ? code.substring(0, CODE_AT_MOST) + "…" : code;
        }
    }

    List<Ended> ended(long id, int limit) {
        List<Ended> all = new ArrayList<>(sql.list(ENDED_DELIVERIES, SelectionSql::ended, id, limit));
        all.addAll(sql.list(ENDED_MESSAGES, SelectionSql::ended, id, limit));
        all.addAll(sql.list(ENDED_ATTACHMENTS, SelectionSql::ended, id, limit));
        return all;
    }

    private static Ended ended(Row row) throws SQLException {
        return new Ended(row.count("place"), row.text("ended"), row.textOrNull("code"));
    }

    Map<MemberState, Long> counts(long id) {
        Map<MemberState, Long> counts = new EnumMap<>(MemberState.class);
        sql.list(COUNTS, row -> counts.put(MemberState.valueOf(row.text("state")), row.number("number")), id);
        return counts;
    }

    private DeskSelection selection(Row row) throws SQLException {
        long id = row.number("id");
        return new DeskSelection(
                id,
                row.instant("at"),
                row.text("done_by"),
                row.text("reason"),
                row.text("criteria"),
                SelectionState.valueOf(row.text("state")),
                row.count("per_minute"),
                row.textOrNull("acted_by"),
                row.textOrNull("act_reason"),
                row.textOrNull("override_reason"),
                row.instantOrNull("released_at"),
                row.instantOrNull("ended_at"),
                row.textOrNull("owner"),
                counts(id));
    }

    private static DeskMember member(Row row) throws SQLException {
        return new DeskMember(
                row.count("place"),
                DeskSide.valueOf(row.text("side")),
                row.number("item_id"),
                MemberState.valueOf(row.text("state")),
                row.instantOrNull("released_at"),
                row.instantOrNull("ended_at"),
                row.textOrNull("note"));
    }
}
