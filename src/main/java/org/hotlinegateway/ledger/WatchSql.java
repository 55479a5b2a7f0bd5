package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hotlinegateway.ledger.Watched.Item;
import org.jspecify.annotations.Nullable;

/** Statements of supervision. The list of types stands word for word as in the index, so that the index is used. */
final class WatchSql {
    static final String INDEXED = "e.type in ('HANDED_OFF', 'RESULT', 'CASE_CLOSED') and e.type = ?"
            + " and e.received_at >= ? and e.received_at < ?";

    /** The plus keeps it off the index of times, where nearly all messages lie before any given one. */
    static final String UNDECIDED = "select null as case_no, m.peer, m.receipt as what, +m.received_at as since from"
            + " message m where m.decided_at is null and m.state = 'RECEIVED' and +m.received_at < ?";

    static final String UNTRIED = "select c.case_no, d.peer, d.event_type as what, d.due as since from delivery d"
            + " join cases c on c.id = d.case_id where d.settled_at is null and d.state = 'READY' and d.attempts = 0"
            + " and d.due < ? and not exists (select 1 from delivery x where x.case_id = d.case_id and x.peer = d.peer"
            + " and x.id < d.id and x.settled_at is null)";

    static final String UNTOLD = "select c.case_no, null as peer, e.type as what, e.received_at as since from event e"
            + " join cases c on c.id = e.case_id where " + INDEXED + " and e.late = 0 and not exists"
            + " (select 1 from delivery d where d.case_id = e.case_id and d.seq = e.seq)";

    static final String NUMBERLESS = "select c.case_no, d.peer, d.state as what, e.received_at as since from event e"
            + " join cases c on c.id = e.case_id join delivery d on d.case_id = e.case_id and d.seq = e.seq where "
            + INDEXED
            + " and d.peer_reference is null and d.part is null and d.attempts > 0 and d.state <> 'SKIPPED' and not exists"
            + " (select 1 from event l where l.case_id = e.case_id and l.seq > e.seq and l.source = d.peer)";

    static final String DEADLINE = "select c.case_no, null as peer, c.state as what, c.deadline as since from cases c"
            + " where c.deadline is not null and c.deadline <= ?";

    static final String OPEN = "select c.case_no, d.peer, d.event_type as what, d.created_at as since from delivery d"
            + " join cases c on c.id = d.case_id where d.settled_at is null and d.created_at < ?";

    static final String SILENT_AFTER = "select c.case_no, null as peer, c.state as what, e.received_at as since"
            + " from event e join cases c on c.id = e.case_id where " + INDEXED
            + " and not exists (select 1 from event l"
            + " where l.case_id = e.case_id and l.seq > e.seq and l.type in (%s))";

    private final Sql sql;

    WatchSql(Sql sql) {
        this.sql = sql;
    }

    Watched undecided(Instant before, int limit) {
        return watched(UNDECIDED, limit, before);
    }

    Watched untried(Instant before, Collection<String> except, int limit) {
        String but = except.isEmpty() ? "" : " and d.peer not in (" + holes(except) + ")";
        return watched(UNTRIED + but, limit, with(except, before));
    }

    Watched untold(String type, Instant since, Instant before, int limit) {
        return watched(UNTOLD, limit, type, since, before);
    }

    Watched withoutNumber(Instant since, Instant before, int limit) {
        return watched(NUMBERLESS, limit, "HANDED_OFF", since, before);
    }

    Watched deadlineUntil(Instant until, int limit) {
        return watched(DEADLINE, limit, until);
    }

    Watched open(@Nullable String peer, Collection<String> types, Instant before, int limit) {
        String text = OPEN + " and d.event_type in (" + holes(types) + ")";
        List<@Nullable Object> values = new ArrayList<>(List.of(with(types, before)));
        if (peer != null) {
            text += " and d.peer = ?";
            values.add(peer);
        }
        return watched(text, limit, values.toArray());
    }

    Watched held(Collection<String> types, int limit) {
        String text = OPEN + " and d.state = 'HELD' and d.event_type in (" + holes(types) + ")";
        return watched(text, limit, with(types, Instant.ofEpochMilli(Long.MAX_VALUE)));
    }

    Watched withoutAfterResult(Collection<String> types, Instant since, Instant before, int limit) {
        List<Object> values = new ArrayList<>(List.of("RESULT", since, before));
        values.addAll(types);
        return watched(SILENT_AFTER.formatted(holes(types)), limit, values.toArray());
    }

    private Watched watched(String text, int limit, @Nullable Object... values) {
        List<@Nullable Object> limited = new ArrayList<>();
        Collections.addAll(limited, values);
        limited.add(limit);
        List<Item> items = sql.list(text + " order by since limit ?", WatchSql::item, limited.toArray());
        long count = items.size() < limit
                ? items.size()
                : sql.first("select count(*) as number from (" + text + ") as w", row -> row.number("number"), values)
                        .orElse(0L);
        return new Watched(count, items.isEmpty() ? null : items.get(0).since(), items);
    }

    private static Item item(Row row) throws SQLException {
        return new Item(row.textOrNull("case_no"), row.textOrNull("peer"), row.text("what"), row.instant("since"));
    }

    private static String holes(Collection<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Object[] with(Collection<String> more, Object first) {
        List<Object> values = new ArrayList<>();
        values.add(first);
        values.addAll(more);
        return values.toArray();
    }
}
