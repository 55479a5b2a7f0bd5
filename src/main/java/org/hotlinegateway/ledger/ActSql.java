package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on what people did at the desk. */
final class ActSql {
    static final String ON = "select * from desk_act where subject = ? order by id";
    static final String AFTER = "select * from desk_act where id > ? order by id limit ?";

    private final Sql sql;

    ActSql(Sql sql) {
        this.sql = sql;
    }

    void add(String by, String act, String subject, String reason, @Nullable String note, Instant now) {
        sql.update(
                "insert into desk_act (at, done_by, act, subject, reason, note) values (?, ?, ?, ?, ?, ?)",
                now,
                by,
                act,
                subject,
                reason,
                note);
    }

    List<DeskAct> on(String subject) {
        return sql.list(ON, ActSql::act, subject);
    }

    List<DeskAct> after(long id, int limit) {
        return sql.list(AFTER, ActSql::act, id, limit);
    }

    private static DeskAct act(Row row) throws SQLException {
        return new DeskAct(
                row.number("id"),
                row.instant("at"),
                row.text("done_by"),
                row.text("act"),
                row.text("subject"),
                row.text("reason"),
                row.textOrNull("note"));
    }
}
