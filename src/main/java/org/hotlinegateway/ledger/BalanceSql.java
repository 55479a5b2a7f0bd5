package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.DaySheet.Kind;
import org.jspecify.annotations.Nullable;

/** Statements on balance sheets: rows are counted by ranges of their numbers, which rise with time. */
final class BalanceSql {
    private static final String SUMS = """
            , count(*) as accepted, sum(case when state = '%s' then 1 else 0 end) as delivered,
            sum(case when state in (%s) then 1 else 0 end) as waiting,
            sum(case when state = '%s' then 1 else 0 end) as held,
            sum(case when state = '%s' then 1 else 0 end) as skipped, min(%s) as oldest""";

    static final String MESSAGES =
            "select peer" + SUMS.formatted("APPLIED", "'RECEIVED'", "PARKED", "DISCARDED", "received_at")
                    + " from message where id > ? and id <= ? group by peer";

    static final String DELIVERIES =
            "select peer" + SUMS.formatted("ACKNOWLEDGED", "'READY', 'CLAIMED'", "HELD", "SKIPPED", "created_at")
                    + " from delivery where id > ? and id <= ? group by peer";

    /** The plus keeps it off the key of all rows, so that it reads the open ones only. */
    static final String OPEN_DELIVERIES = "select id from delivery where settled_at is null and +id <= ?";

    static final String OPEN_MESSAGES = "select id from message where decided_at is null and +id <= ?";

    private static final String KEEP = """
            insert into day_sheet (day, kind, peer, accepted, delivered, waiting, held, skipped, oldest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (day, kind, peer) do update set
                delivered = excluded.delivered, waiting = excluded.waiting, held = excluded.held,
                skipped = excluded.skipped""";

    private static final String MARK = """
            insert into day_mark (day, message_id, delivery_id, counted_at, open_rows) values (?, ?, ?, ?, ?)
            on conflict (day) do update set counted_at = excluded.counted_at, open_rows = excluded.open_rows""";

    private final Sql sql;

    BalanceSql(Sql sql) {
        this.sql = sql;
    }

    /** Up to which message and delivery a day reaches. */
    record Mark(LocalDate day, long message, long delivery, long openRows) {}

    /** Counts of one peer. */
    record Count(
            Kind kind,
            String peer,
            long delivered,
            long waiting,
            long held,
            long skipped,
            long accepted,
            Instant oldest) {
        DaySheet on(LocalDate day) {
            return new DaySheet(day, kind, peer, accepted, delivered, waiting, held, skipped);
        }
    }

    List<Mark> marks() {
        return sql.list(
                "select * from day_mark order by day",
                row -> new Mark(
                        LocalDate.parse(row.text("day")),
                        row.number("message_id"),
                        row.number("delivery_id"),
                        row.number("open_rows")));
    }

    /** Time of the first row after a mark, of either kind; null when there is none. */
    @Nullable
    Instant firstAfter(long message, long delivery) {
        Optional<Instant> first = sql.first(
                "select received_at from message where id > ? order by id limit 1",
                row -> row.instant("received_at"),
                message);
        Optional<Instant> other = sql.first(
                "select created_at from delivery where id > ? order by id limit 1",
                row -> row.instant("created_at"),
                delivery);
        return first.filter(one -> other.isEmpty() || one.isBefore(other.get()))
                .or(() -> other)
                .orElse(null);
    }

    long lastMessage(long after, Instant before) {
        return last("select max(id) as id from message where id > ? and received_at < ?", after, before);
    }

    long lastDelivery(long after, Instant before) {
        return last("select max(id) as id from delivery where id > ? and created_at < ?", after, before);
    }

    private long last(String text, long after, Instant before) {
        Long last = sql.list(text, row -> Optional.ofNullable(row.numberOrNull("id")), after, before)
                .get(0)
                .orElse(null);
        return last == null ? after : last;
    }

    List<Count> counts(long message, long toMessage, long delivery, long toDelivery) {
        List<Count> counts = new ArrayList<>();
        counts.addAll(sql.list(MESSAGES, row -> count(Kind.MESSAGE, row), message, toMessage));
        counts.addAll(sql.list(DELIVERIES, row -> count(Kind.DELIVERY, row), delivery, toDelivery));
        return counts;
    }

    List<Long> openMessages(long upTo) {
        return sql.list(OPEN_MESSAGES, row -> row.number("id"), upTo);
    }

    List<Long> openDeliveries(long upTo) {
        return sql.list(OPEN_DELIVERIES, row -> row.number("id"), upTo);
    }

    boolean keep(Mark mark, List<Count> counts, Instant now) {
        sql.update(MARK, mark.day(), mark.message(), mark.delivery(), now, mark.openRows());
        for (Count c : counts) {
            sql.update(
                    KEEP,
                    mark.day(),
                    c.kind(),
                    c.peer(),
                    c.accepted(),
                    c.delivered(),
                    c.waiting(),
                    c.held(),
                    c.skipped(),
                    c.oldest());
        }
        return true;
    }

    List<DaySheet> kept(LocalDate from, LocalDate to) {
        return sql.list(
                "select * from day_sheet where day >= ? and day <= ? order by day, kind, peer",
                row -> count(Kind.valueOf(row.text("kind")), row).on(LocalDate.parse(row.text("day"))),
                from,
                to);
    }

    /** Everything kept of days without anything open, together. */
    List<Count> closedDays(List<LocalDate> except) {
        return sql.list("select * from day_sheet", row -> keptCount(row, except)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Count> keptCount(Row row, List<LocalDate> except) throws SQLException {
        return except.contains(LocalDate.parse(row.text("day")))
                ? Optional.empty()
                : Optional.of(count(Kind.valueOf(row.text("kind")), row));
    }

    private static Count count(Kind kind, Row row) throws SQLException {
        return new Count(
                kind,
                row.text("peer"),
                row.number("delivered"),
                row.number("waiting"),
                row.number("held"),
                row.number("skipped"),
                row.number("accepted"),
                row.instant("oldest"));
    }
}
