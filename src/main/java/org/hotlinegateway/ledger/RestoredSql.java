package org.hotlinegateway.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.jspecify.annotations.Nullable;

/** Statements on a ledger that was put back from a backup. */
final class RestoredSql {
    static final String CODE = "RESTORED";

    /** Names of numbers that a gateway gave in the lost time, too; they end in the day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneId.of("Asia/Shanghai"));

    private static final String OPEN_TEXT = "may have been sent in the time that was lost";
    private static final String DOUBT_TEXT = "happened before the ledger was restored and may have been sent then under"
            + " another number: compare with the peer, then replay or skip";
    private static final String SKIP_AHEAD =
            "insert into series (name, value) values (?, ?) on conflict (name) do update set value = series.value + ?";

    private final Sql sql;

    RestoredSql(Sql sql) {
        this.sql = sql;
    }

    /** Until when peers may have been told what is not known here, or null: the ledger was never put back. */
    @Nullable
    Instant lostUntil() {
        return sql.first(
                        "select max(lost_until) as last from restored",
                        row -> Optional.ofNullable(row.instantOrNull("last")))
                .flatMap(last -> last)
                .orElse(null);
    }

    /** The last number known here of each peer that reads one gap-free sequence. */
    Map<String, Long> feeds() {
        Map<String, Long> feeds = new LinkedHashMap<>();
        sql.list(
                        "select peer, max(feed_seq) as last from delivery where feed_seq is not null group by peer"
                                + " order by peer",
                        row -> Map.entry(row.text("peer"), row.number("last")))
                .forEach(feed -> feeds.put(feed.getKey(), feed.getValue()));
        return feeds;
    }

    /** Marks the ledger as put back; returns how many deliveries are of unknown outcome now. */
    int mark(Restoration restoration, Instant now) {
        sql.update(
                "insert into restored (at, backup_at, lost_until, note) values (?, ?, ?, ?)",
                now,
                restoration.backupAt(),
                restoration.lostUntil(),
                restoration.note());
        restoration.feeds().forEach((peer, last) -> holdFeed(peer, last, now));
        int open = doubtOpen(now);
        sql.update("update cases set last_seq = last_seq + ?", Doubt.GAP);
        skipNumbers(restoration.backupAt(), now);
        return open;
    }

    /** What waits for a feed has lost its number: under another one the peer would take it a second time. */
    private void holdFeed(String peer, long last, Instant now) {
        sql.update(
                "update delivery set state = 'HELD', feed_seq = null, due = ?, last_code = ?, last_text = ?"
                        + " where settled_at is null and peer = ?",
                now,
                CODE,
                OPEN_TEXT,
                peer);
        sql.update(SKIP_AHEAD, FeedSql.SERIES + peer, last, 0);
        sql.update("update series set value = ? where name = ? and value < ?", last, FeedSql.SERIES + peer, last);
    }

    private int doubtOpen(Instant now) {
        int open = sql.update(
                "update delivery set state = case when state = 'CLAIMED' then 'READY' else state end, last_outcome = ?,"
                        + " lease_until = null, fence = fence + 1 where settled_at is null",
                Outcome.UNKNOWN);
        sql.update(
                "insert into attempt (delivery_id, attempt, at, outcome, next_state, code, text)"
                        + " select id, attempts, ?, ?, state, ?, ? from delivery where settled_at is null",
                now,
                Outcome.UNKNOWN,
                CODE,
                OPEN_TEXT);
        return open;
    }

    /** No number of the lost time is given a second time. */
    private void skipNumbers(Instant backupAt, Instant now) {
        List<String> known = sql.list(
                "select name from series where name like 'case:%' or name = 'handoff'", row -> row.text("name"));
        TreeSet<String> names = new TreeSet<>(known);
        for (Instant day = backupAt; !day.isAfter(now); day = day.plusSeconds(86_400)) {
            addOfDay(known, DAY.format(day), names);
        }
        addOfDay(known, DAY.format(now), names);
        names.forEach(name -> sql.update(SKIP_AHEAD, name, Doubt.GAP, Doubt.GAP));
    }

    private static void addOfDay(List<String> known, String day, TreeSet<String> names) {
        known.stream()
                .filter(name -> name.startsWith("case:"))
                .forEach(name -> names.add(name.substring(0, name.lastIndexOf(':') + 1) + day));
    }

    /** A delivery of something that may have been told before: it goes out under the same key, or waits for a person. */
    void doubtful(long caseId, NewDelivery delivery, boolean bearsTheSameKey, Instant now) {
        boolean sameKey = bearsTheSameKey && !isFeed(delivery.peer());
        sql.update(
                "update delivery set state = ?, due = ?, last_outcome = ?, last_code = ?, last_text = ?"
                        + " where case_id = ? and peer = ? and seq = ? and settled_at is null",
                sameKey ? DeliveryState.READY : DeliveryState.HELD,
                sameKey ? delivery.due() : now,
                Outcome.UNKNOWN,
                CODE,
                DOUBT_TEXT,
                caseId,
                delivery.peer(),
                delivery.seq());
    }

    /** A feed's key is its number, which is another each time. */
    private boolean isFeed(String peer) {
        return sql.first("select 1 as found from series where name = ?", row -> true, FeedSql.SERIES + peer)
                .isPresent();
    }
}
