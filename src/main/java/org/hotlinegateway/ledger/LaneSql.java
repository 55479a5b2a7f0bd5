package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.RungLately.Waiting;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.jspecify.annotations.Nullable;

/** Statements that move deliveries along their lanes. */
final class LaneSql {
    static final String ENTRY =
            "select l.id, l.case_id, c.case_no, l.peer, l.seq, l.event_type, l.state, l.independent, l.due, l.attempts,"
                    + " l.fence, l.lease_until, l.last_outcome, l.created_at, l.part from ";

    static final String LANE = ENTRY + """
            delivery l join cases c on c.id = l.case_id
            where l.case_id = ? and l.peer = ? and l.settled_at is null order by l.id""";

    static final String LANE_OF = ENTRY + """
            delivery d join delivery l on l.case_id = d.case_id and l.peer = d.peer join cases c on c.id = l.case_id
            where d.id = ? and l.settled_at is null order by l.id""";

    static final String UNRUNG = """
            select id, peer, attempts as mark from (
                select id, peer, attempts, row_number() over (partition by peer order by id) as place from delivery d
                where settled_at is null
                and (state = 'READY' and due <= ? or state = 'CLAIMED' and lease_until <= ?)
                and (independent = 1 or not exists (select 1 from delivery e where e.case_id = d.case_id
                    and e.peer = d.peer and e.id < d.id and e.settled_at is null and e.independent = 0))) as waiting
            where place <= ? order by id""";

    static final String PART_OF = """
            select peer_reference from delivery
            where case_id = ? and peer = ? and seq = ? and peer_reference is not null order by id limit 1""";

    private static final String INSERT = """
            insert into delivery (case_id, peer, seq, event_type, state, independent, due, created_at, part, attempts,
                fence)
            values (?, ?, ?, ?, 'READY', ?, ?, ?, ?, 0, 0) returning id""";

    static final String SETTLE = """
            update delivery set state = ?, due = ?, settled_at = ?, lease_until = null, last_outcome = ?,
                last_code = ?, last_text = ?, peer_reference = coalesce(?, peer_reference),
                mapping_digest = coalesce(?, mapping_digest),
                feed_seq = case when ? = 1 then feed_seq end
            where id = ? and fence = ? and state = 'CLAIMED' returning case_id""";

    /** The common case of a claim, in one statement: it is ready, due, and the first open one of its lane. */
    static final String CLAIM_HEAD = """
            update delivery set state = 'CLAIMED', fence = fence + 1, attempts = attempts + 1, owner = ?, lease_until = ?
            where id = (select id from delivery d where id = ? and state = 'READY' and due <= ?
                and not exists (select 1 from delivery e where e.case_id = d.case_id and e.peer = d.peer
                    and e.id < d.id and e.settled_at is null)%s)
            returning id, case_id, (select case_no from cases c where c.id = case_id) as case_no, peer, seq, event_type,
                state, independent, due, attempts, fence, lease_until, last_outcome, created_at, part""";

    private final Sql sql;
    private final AttemptSql attempts;
    private final String claim;
    private final String claimHead;

    LaneSql(Sql sql, Dialect dialect, AttemptSql attempts) {
        this.sql = sql;
        this.attempts = attempts;
        this.claim = """
            update delivery set state = 'CLAIMED', fence = fence + 1, attempts = attempts + 1, owner = ?,
                lease_until = ?, last_outcome = ?
            where id = (select id from delivery where id = ? and fence = ? and state in ('READY', 'CLAIMED')%s)
            """.formatted(dialect.lockOrSkip);
        this.claimHead = CLAIM_HEAD.formatted(dialect.lockOrSkip);
    }

    /** Adds a delivery; a ring when it is its turn at once. A lane known to be new need not be looked at. */
    Optional<Ring> add(long caseId, NewDelivery d, boolean newLane, Instant now) {
        List<LaneEntry> before = newLane ? List.of() : lane(caseId, d.peer());
        long id = sql.first(
                        INSERT,
                        row -> row.number("id"),
                        caseId,
                        d.peer(),
                        d.seq(),
                        d.eventType(),
                        d.independent(),
                        d.due(),
                        now,
                        d.part())
                .orElseThrow();
        List<LaneEntry> lane = new ArrayList<>(before);
        lane.add(LaneEntry.added(id, caseId, d, now));
        return LaneEntry.turn(lane, now).filter(entry -> entry.id() == id).map(LaneEntry::ring);
    }

    /** Claims whose turn it is in the lane of a delivery, if it is free. */
    Optional<LaneEntry> claim(long deliveryId, String owner, Duration lease, Instant now) {
        return sql.first(claimHead, LaneSql::entry, owner, now.plus(lease), deliveryId, now)
                .or(() -> claimTurn(deliveryId, owner, lease, now));
    }

    private Optional<LaneEntry> claimTurn(long deliveryId, String owner, Duration lease, Instant now) {
        return LaneEntry.turn(sql.list(LANE_OF, LaneSql::entry, deliveryId), now)
                .filter(entry -> entry.isFree(now))
                .flatMap(entry -> claim(entry, owner, now.plus(lease), now));
    }

    Optional<LaneEntry> claim(LaneEntry e, String owner, Instant until, Instant now) {
        boolean abandoned = e.isAbandoned(now);
        String lastOutcome = abandoned ? Outcome.UNKNOWN.name() : e.lastOutcome();
        if (sql.update(claim, owner, until, lastOutcome, e.id(), e.fence()) == 0) {
            return Optional.empty();
        }
        if (abandoned) {
            attempts.leaseRanOut(e.id(), e.attempts(), now);
        }
        return Optional.of(new LaneEntry(
                e.id(),
                e.caseId(),
                e.caseNo(),
                e.peer(),
                e.seq(),
                e.eventType(),
                DeliveryState.CLAIMED,
                e.independent(),
                e.due(),
                e.attempts() + 1,
                e.fence() + 1,
                until,
                lastOutcome,
                e.createdAt(),
                e.part()));
    }

    /** The number the peer gave to the message a part belongs to. */
    @Nullable
    String partOf(LaneEntry part) {
        return sql.first(PART_OF, row -> row.text("peer_reference"), part.caseId(), part.peer(), part.seq())
                .orElse(null);
    }

    /** Ends an attempt; empty when the fence is stale, else the lane's case. */
    Optional<Long> settle(ClaimedDelivery claimed, Settlement s, ConversionRow converted, Instant now) {
        Optional<Long> caseId = sql.first(
                SETTLE,
                row -> row.number("case_id"),
                s.next(),
                s.next() == DeliveryState.READY && s.due() != null ? s.due() : now,
                s.next() == DeliveryState.ACKNOWLEDGED ? s.at() : null,
                outcomeAfter(claimed, s),
                s.code(),
                s.text(),
                s.peerReference(),
                s.mappingDigest(),
                mayBeTaken(claimed, s),
                claimed.id(),
                claimed.fence());
        if (caseId.isPresent()) {
            attempts.add(claimed, s, converted);
        }
        return caseId;
    }

    private static boolean mayBeTaken(ClaimedDelivery claimed, Settlement s) {
        return s.next() == DeliveryState.ACKNOWLEDGED || Outcome.UNKNOWN.name().equals(outcomeAfter(claimed, s));
    }

    /** A send that did not take place tells nothing about an earlier one whose outcome is unknown. */
    private static @Nullable String outcomeAfter(ClaimedDelivery claimed, Settlement s) {
        boolean stillUnknown =
                s.outcome() == Outcome.NOT_SENT && Outcome.UNKNOWN.name().equals(claimed.lastOutcome());
        return stillUnknown ? Outcome.UNKNOWN.name() : s.outcome().name();
    }

    /** Lets a claimed delivery take longer; false when the fence is stale. */
    boolean lengthen(ClaimedDelivery claimed, Instant until) {
        return sql.update(
                        "update delivery set lease_until = ? where id = ? and fence = ? and state = 'CLAIMED'",
                        until,
                        claimed.id(),
                        claimed.fence())
                > 0;
    }

    /** A person's decision on a held delivery; false when it is not held. */
    Optional<LaneEntry> decideHeld(long id, DeliveryState next, String by, String reason, Instant now) {
        Optional<LaneEntry> held = sql.list(LANE_OF, LaneSql::entry, id).stream()
                .filter(entry -> entry.id() == id && entry.state() == DeliveryState.HELD)
                .findFirst();
        return held.filter(entry -> release(entry, next, now)).map(entry -> {
            attempts.byPerson(entry, next, by, reason, now);
            return entry;
        });
    }

    /** A person who sends again has decided what an unknown outcome was: the next claim starts without one. */
    private boolean release(LaneEntry entry, DeliveryState next, Instant now) {
        String forget = next == DeliveryState.READY ? ", last_outcome = null" : "";
        return sql.update(
                        "update delivery set state = ?, due = ?, settled_at = ?" + forget
                                + " where id = ? and fence = ? and state = 'HELD'",
                        next,
                        now,
                        next == DeliveryState.SKIPPED ? now : null,
                        entry.id(),
                        entry.fence())
                > 0;
    }

    /** The ring for whose turn it is, when it is free. */
    Optional<Ring> turn(long caseId, String peer, Instant now) {
        return LaneEntry.turn(lane(caseId, peer), now)
                .filter(entry -> entry.isFree(now))
                .map(LaneEntry::ring);
    }

    /** Ends all leases: for the start of the only process that can have held them. */
    int abandonLeases() {
        return sql.update("update delivery set lease_until = 0 where settled_at is null and state = 'CLAIMED'");
    }

    /** Ends the leases of a process that is known to be gone. */
    int abandonLeases(String owner) {
        return sql.update(
                "update delivery set lease_until = 0 where settled_at is null and state = 'CLAIMED' and owner = ?",
                owner);
    }

    /** Heads of lanes that are free, at most so many per peer. */
    List<Waiting> waiting(Instant now, int perPeer) {
        return sql.list(
                UNRUNG,
                row -> new Waiting(new Ring(Ring.Kind.DELIVERY, row.text("peer"), row.number("id")), row.count("mark")),
                now,
                now,
                perPeer);
    }

    private List<LaneEntry> lane(long caseId, String peer) {
        return sql.list(LANE, LaneSql::entry, caseId, peer);
    }

    static LaneEntry entry(Row row) throws SQLException {
        return new LaneEntry(
                row.number("id"),
                row.number("case_id"),
                row.text("case_no"),
                row.text("peer"),
                row.count("seq"),
                row.text("event_type"),
                DeliveryState.valueOf(row.text("state")),
                row.flag("independent"),
                row.instant("due"),
                row.count("attempts"),
                row.number("fence"),
                row.instantOrNull("lease_until"),
                row.textOrNull("last_outcome"),
                row.instant("created_at"),
                row.textOrNull("part"));
    }
}
