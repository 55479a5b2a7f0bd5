package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Watches.Outage;
import org.hotlinegateway.ledger.Watches.Pulse;
import org.jspecify.annotations.Nullable;

/** Statements on when peers were heard of, and on outages. */
final class PulseSql {
    /** At the first look of a process, at most so many of the newest rows are read. */
    private static final int LOOK_BACK = 50_000;

    /** Grouped by a value that no index has, so that it reads the new messages only. */
    static final String HEARD =
            "select peer || '' as peer, max(received_at) as at, max(id) as id from message where id > ? group by 1";

    static final String TRIED = "select a.id, d.peer, a.at, a.outcome, a.code from attempt a"
            + " join delivery d on d.id = a.delivery_id where a.id > ? and a.done_by is null order by a.id limit ?";

    private static final String KEEP = """
            insert into pulse (peer, heard_at, answered_at, failing_since) values (?, ?, ?, ?)
            on conflict (peer) do update set heard_at = coalesce(excluded.heard_at, pulse.heard_at),
                answered_at = coalesce(excluded.answered_at, pulse.answered_at),
                failing_since = excluded.failing_since""";

    private static final String OUTAGE = """
            insert into outage (peer, since_at, back_at, drained_at, waited) values (?, ?, ?, ?, ?)
            on conflict (peer, since_at) do update set back_at = coalesce(outage.back_at, excluded.back_at),
                drained_at = coalesce(outage.drained_at, excluded.drained_at),
                waited = case when excluded.waited > outage.waited then excluded.waited else outage.waited end""";

    private final Sql sql;

    PulseSql(Sql sql) {
        this.sql = sql;
    }

    /** The newest message of a peer among those above a number. */
    record Heard(String peer, Instant at, long id) {}

    /** An attempt that ended by itself. */
    record Tried(
            long id,
            String peer,
            Instant at,
            String outcome,
            @Nullable String code) {}

    long startOf(String table) {
        Long last = sql.list("select max(id) as id from " + table, row -> Optional.ofNullable(row.numberOrNull("id")))
                .get(0)
                .orElse(0L);
        return Math.max(0, last - LOOK_BACK);
    }

    List<Heard> heard(long after) {
        return sql.list(HEARD, row -> new Heard(row.text("peer"), row.instant("at"), row.number("id")), after);
    }

    List<Tried> tried(long after, int limit) {
        return sql.list(
                TRIED,
                row -> new Tried(
                        row.number("id"),
                        row.text("peer"),
                        row.instant("at"),
                        row.text("outcome"),
                        row.textOrNull("code")),
                after,
                limit);
    }

    List<Pulse> pulses() {
        return sql.list(
                "select * from pulse order by peer",
                row -> new Pulse(
                        row.text("peer"),
                        row.instantOrNull("heard_at"),
                        row.instantOrNull("answered_at"),
                        row.instantOrNull("failing_since")));
    }

    boolean keep(Pulse pulse) {
        return sql.update(KEEP, pulse.peer(), pulse.heardAt(), pulse.answeredAt(), pulse.failingSince()) > 0;
    }

    boolean keep(Outage outage) {
        return sql.update(OUTAGE, outage.peer(), outage.since(), outage.backAt(), outage.drainedAt(), outage.waited())
                > 0;
    }

    List<Outage> openOutages() {
        return sql.list("select * from outage where drained_at is null order by peer, since_at", PulseSql::outage);
    }

    List<Outage> outages(int limit) {
        return sql.list("select * from outage order by since_at desc limit ?", PulseSql::outage, limit);
    }

    private static Outage outage(Row row) throws SQLException {
        return new Outage(
                row.text("peer"),
                row.instant("since_at"),
                row.instantOrNull("back_at"),
                row.instantOrNull("drained_at"),
                row.number("waited"));
    }
}
