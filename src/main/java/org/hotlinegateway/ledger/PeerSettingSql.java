package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hotlinegateway.ledger.PeerSettings.Change;
import org.hotlinegateway.ledger.PeerSettings.Setting;
import org.hotlinegateway.ledger.PeerSettings.Wanted;
import org.jspecify.annotations.Nullable;

/** Statements on what staff set for peers. */
final class PeerSettingSql {
    static final String CHANGES = "select * from peer_setting_change where peer = ? order by id desc limit ?";

    private static final String ALL = "select * from peer_setting order by peer, name";

    private static final String SET = """
            insert into peer_setting (peer, name, value, at, done_by, reason) values (?, ?, ?, ?, ?, ?)
            on conflict (peer, name) do update set value = excluded.value, at = excluded.at,
                done_by = excluded.done_by, reason = excluded.reason""";

    private static final String NOTE = """
            insert into peer_setting_change (peer, name, was, becomes, at, done_by, reason) values (?, ?, ?, ?, ?, ?, ?)
            returning *""";

    private final Sql sql;
    private final Dialect dialect;

    PeerSettingSql(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    List<Setting> all() {
        return sql.list(
                ALL,
                row -> new Setting(
                        row.text("peer"),
                        row.text("name"),
                        row.text("value"),
                        row.instant("at"),
                        row.text("done_by"),
                        row.text("reason")));
    }

    List<Change> changes(String peer, int limit) {
        return sql.list(CHANGES, PeerSettingSql::change, peer, limit);
    }

    Change set(Wanted wanted, Instant now) {
        dialect.lockName(sql, "peer-setting:" + wanted.peer());
        String was = value(wanted.peer(), wanted.name());
        if (wanted.value() == null) {
            sql.update("delete from peer_setting where peer = ? and name = ?", wanted.peer(), wanted.name());
        } else {
            sql.update(SET, wanted.peer(), wanted.name(), wanted.value(), now, wanted.by(), wanted.reason());
        }
        return sql.first(
                        NOTE,
                        PeerSettingSql::change,
                        wanted.peer(),
                        wanted.name(),
                        was,
                        wanted.value(),
                        now,
                        wanted.by(),
                        wanted.reason())
                .orElseThrow();
    }

    private @Nullable String value(String peer, String name) {
        return sql.first(
                        "select value from peer_setting where peer = ? and name = ?",
                        row -> row.text("value"),
                        peer,
                        name)
                .orElse(null);
    }

    private static Change change(Row row) throws SQLException {
        return new Change(
                row.number("id"),
                row.text("peer"),
                row.text("name"),
                row.textOrNull("was"),
                row.textOrNull("becomes"),
                row.instant("at"),
                row.text("done_by"),
                row.text("reason"));
    }
}
