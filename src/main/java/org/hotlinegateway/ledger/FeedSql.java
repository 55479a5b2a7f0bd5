package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements on peers that read one gap-free sequence. Only the highest number can be open; a number that a settlement
 * took from its deliveries is given out again.
 */
final class FeedSql {
    /** Name of the number below which a restored ledger gives none, before the peer's code. */
    static final String SERIES = "feed:";

    static final String LAST = """
            select max(last) as last from (
                select max(feed_seq) as last from delivery where peer = ? and feed_seq is not null
                union all select value from series where name = ?) as waiting""";

    static final String MEMBERS = LaneSql.ENTRY + """
            delivery l join cases c on c.id = l.case_id
            where l.peer = ? and l.feed_seq = ? and l.feed_seq is not null and l.settled_at is null order by l.id""";

    static final String HEADS = LaneSql.ENTRY + """
            delivery l join cases c on c.id = l.case_id
            where l.peer = ? and l.settled_at is null
            and (l.state = 'READY' and l.due <= ? or l.state = 'CLAIMED' and l.lease_until <= ?)
            and not exists (select 1 from delivery e where e.case_id = l.case_id and e.peer = l.peer
                and e.id < l.id and e.settled_at is null and (e.state <> 'HELD' or l.independent = 0))
            order by l.id limit ?""";

    static final String HELD_WITH = """
            select s.id from delivery d join delivery s on s.peer = d.peer and s.feed_seq = d.feed_seq
            where d.id = ? and s.feed_seq is not null and s.state = 'HELD' and s.id <> d.id""";

    private final Sql sql;
    private final Dialect dialect;
    private final LaneSql lanes;

    FeedSql(Sql sql, Dialect dialect, LaneSql lanes) {
        this.sql = sql;
        this.dialect = dialect;
        this.lanes = lanes;
    }

    /**
     * A number and its deliveries.
     *
     * @param next the first delivery that did not find room, if there is one
     */
    record Claimed(long feedSeq, List<LaneEntry> members, Optional<LaneEntry> next) {}

    /** Claims the open number whole, or else the next number for the heads of so many lanes. */
    Optional<Claimed> claim(String peer, String owner, Duration lease, int limit, Instant now) {
        dialect.lockName(sql, "feed:" + peer);
        long last =
                sql.first(LAST, row -> row.number("last"), peer, SERIES + peer).orElse(0L);
        List<LaneEntry> open = sql.list(MEMBERS, LaneSql::entry, peer, last);
        if (open.isEmpty()) {
            return claimNext(peer, last + 1, owner, now.plus(lease), limit, now);
        }
        boolean free = open.stream().allMatch(member -> member.isFree(now));
        return free
                ? Optional.of(new Claimed(last, claim(open, owner, now.plus(lease), now), Optional.empty()))
                : Optional.empty();
    }

    private Optional<Claimed> claimNext(String peer, long seq, String owner, Instant until, int limit, Instant now) {
        List<LaneEntry> heads = onePerCase(sql.list(HEADS, LaneSql::entry, peer, now, now, limit + 1));
        List<LaneEntry> members = claim(heads.subList(0, Math.min(limit, heads.size())), owner, until, now);
        members.forEach(member -> sql.update("update delivery set feed_seq = ? where id = ?", seq, member.id()));
        Optional<LaneEntry> next = heads.stream().skip(limit).findFirst();
        return members.isEmpty() ? Optional.empty() : Optional.of(new Claimed(seq, members, next));
    }

    private List<LaneEntry> claim(List<LaneEntry> entries, String owner, Instant until, Instant now) {
        List<LaneEntry> claimed = new ArrayList<>();
        entries.forEach(entry -> lanes.claim(entry, owner, until, now).ifPresent(claimed::add));
        return claimed;
    }

    /** The other held deliveries that share a number with this one. */
    List<Long> heldWith(long deliveryId) {
        return sql.list(HELD_WITH, row -> row.number("id"), deliveryId);
    }

    /** Independent deliveries of one case may be ready at once; they still go one after the other. */
    private static List<LaneEntry> onePerCase(List<LaneEntry> heads) {
        Set<Long> cases = new HashSet<>();
        return heads.stream().filter(head -> cases.add(head.caseId())).toList();
    }
}
