package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Alert.Send;
import org.hotlinegateway.ledger.Alerts.Due;
import org.jspecify.annotations.Nullable;

/** Statements on alerts. */
final class AlertSql {
    static final String DUE = "select alert_id, way from alert_send where sent_at is null and given_up_at is null"
            + " and due <= ? order by due limit ?";

    private static final String RAISE =
            "insert into alert (name, kind, subject, at, text, facts) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (name) do nothing returning id";

    private static final String TAKE = "update alert_send set due = ?, tries = tries + 1 where alert_id = ? and way = ?"
            + " and sent_at is null and given_up_at is null and due <= ? returning tries";

    private final Sql sql;

    AlertSql(Sql sql) {
        this.sql = sql;
    }

    private record Key(long alert, String way) {}

    boolean raise(
            String name, String kind, String subject, String text, String facts, Collection<String> ways, Instant now) {
        Optional<Long> id = sql.first(RAISE, row -> row.number("id"), name, kind, subject, now, text, facts);
        id.ifPresent(alert -> ways.forEach(way ->
                sql.update("insert into alert_send (alert_id, way, tries, due) values (?, ?, 0, ?)", alert, way, now)));
        return id.isPresent();
    }

    Optional<Instant> lastOf(String kind, String subject) {
        return sql.first(
                "select at from alert where kind = ? and subject = ? order by id desc limit 1",
                row -> row.instant("at"),
                kind,
                subject);
    }

    List<Due> take(Instant until, int limit, Instant now) {
        return sql.list(DUE, row -> new Key(row.number("alert_id"), row.text("way")), now, limit).stream()
                .flatMap(key -> taken(key, until, now).stream())
                .toList();
    }

    private Optional<Due> taken(Key key, Instant until, Instant now) {
        return sql.first(TAKE, row -> row.count("tries"), until, key.alert(), key.way(), now)
                .map(tries -> new Due(find(key.alert()), key.way(), tries));
    }

    private Alert find(long id) {
        return sql.first("select * from alert where id = ?", this::alert, id).orElseThrow();
    }

    boolean sent(Due due, Instant now) {
        return sql.update(
                        "update alert_send set sent_at = ?, problem = null where alert_id = ? and way = ?"
                                + " and sent_at is null",
                        now,
                        due.alert().id(),
                        due.way())
                > 0;
    }

    boolean failed(Due due, String problem, @Nullable Instant again, Instant now) {
        return sql.update(
                        "update alert_send set problem = ?, due = ?, given_up_at = ? where alert_id = ? and way = ?"
                                + " and sent_at is null",
                        problem,
                        again == null ? now : again,
                        again == null ? now : null,
                        due.alert().id(),
                        due.way())
                > 0;
    }

    List<Alert> alerts(int limit) {
        return sql.list("select * from alert order by id desc limit ?", this::alert, limit);
    }

    private Alert alert(Row row) throws SQLException {
        long id = row.number("id");
        return new Alert(
                id,
                row.text("name"),
                row.text("kind"),
                row.text("subject"),
                row.instant("at"),
                row.text("text"),
                row.text("facts"),
                sends(id));
    }

    private List<Send> sends(long alert) {
        return sql.list(
                "select * from alert_send where alert_id = ? order by way",
                row -> new Send(
                        row.text("way"),
                        row.count("tries"),
                        row.instantOrNull("sent_at"),
                        row.instantOrNull("given_up_at"),
                        row.textOrNull("problem")),
                alert);
    }
}
