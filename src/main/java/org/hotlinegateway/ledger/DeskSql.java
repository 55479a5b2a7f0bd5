package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.jspecify.annotations.Nullable;

/** Statements on what waits at the desk and why. */
final class DeskSql {
    static final String HELD = "d.state = 'HELD' and d.settled_at is null";
    static final String STUCK = "a.state = 'HELD'";
    static final String PARKED = "m.state = 'PARKED' and m.decided_at is null";

    static final String DELIVERIES = """
            desk_item i join fingerprint f on f.id = i.fingerprint_id join delivery d on d.id = i.item_id
            join cases c on c.id = d.case_id where i.side = 'DELIVERY'""";
    static final String MESSAGES = """
            desk_item i join fingerprint f on f.id = i.fingerprint_id join message m on m.id = i.item_id
            where i.side = 'MESSAGE'""";

    static final String ATTACHMENTS = """
            desk_item i join fingerprint f on f.id = i.fingerprint_id join attachment a on a.id = i.item_id
            left join cases c on c.id = a.case_id where i.side = 'ATTACHMENT'""";

    private static final String COUNTED = """
            select f.id, f.stage, f.code, f.peer, f.place, count(*) as number, min(i.failed_first) as first_at,
                max(i.failed_last) as last_at, count(distinct\s""";
    private static final String EACH = " group by f.id, f.stage, f.code, f.peer, f.place";

    static final String HELD_GROUPS = COUNTED + "d.case_id) as cases from " + DELIVERIES + " and " + HELD + "%s" + EACH;
    static final String PARKED_GROUPS = COUNTED + "m.lane) as cases from " + MESSAGES + " and " + PARKED + "%s" + EACH;

    static final String STUCK_GROUPS =
            COUNTED + "a.case_ref) as cases from " + ATTACHMENTS + " and " + STUCK + "%s" + EACH;

    private static final String DELIVERY = """
            select i.side, i.fingerprint_id, i.failed_first, i.failed_last, d.id, d.peer, c.case_no as subject,
                d.event_type as type, d.state, d.last_text as text, d.mapping_digest from\s""" + DELIVERIES;
    private static final String MESSAGE = """
            select i.side, i.fingerprint_id, i.failed_first, i.failed_last, m.id, m.peer, m.lane as subject,
                m.name as type, m.state, m.reason as text, m.mapping_digest from\s""" + MESSAGES;
    private static final String ATTACHMENT = """
            select i.side, i.fingerprint_id, i.failed_first, i.failed_last, a.id, a.peer,
                coalesce(c.case_no, a.case_ref) as subject, a.public_id as type, a.state, a.reason as text,
                null as mapping_digest from\s""" + ATTACHMENTS;
    private static final String LIKE = " and i.fingerprint_id = ? and i.item_id > ? order by i.item_id limit ?";

    static final String HELD_LIKE = DELIVERY + " and " + HELD + LIKE;
    static final String PARKED_LIKE = MESSAGE + " and " + PARKED + LIKE;

    static final String STUCK_LIKE = ATTACHMENT + " and " + STUCK + LIKE;

    static final String FILE = """
            insert into desk_item (side, item_id, fingerprint_id, failed_first, failed_last) values (?, ?, ?, ?, ?)
            on conflict (side, item_id) do update set
                failed_first = case when desk_item.fingerprint_id = excluded.fingerprint_id
                    then desk_item.failed_first else excluded.failed_first end,
                fingerprint_id = excluded.fingerprint_id, failed_last = excluded.failed_last""";

    static final String HELD_UNFILED = "select d.id, d.peer, d.last_outcome, d.last_code, d.last_text, d.due"
            + " from delivery d where " + HELD + " and not exists (select 1 from desk_item i"
            + " where i.side = 'DELIVERY' and i.item_id = d.id) limit ?";
    static final String PARKED_UNFILED = "select m.id, m.peer, m.reason, m.received_at from message m where " + PARKED
            + " and not exists (select 1 from desk_item i where i.side = 'MESSAGE' and i.item_id = m.id) limit ?";

    static final String STUCK_UNFILED = "select a.id, a.peer, a.reason, a.settled_at from attachment a where " + STUCK
            + " and not exists (select 1 from desk_item i where i.side = 'ATTACHMENT' and i.item_id = a.id) limit ?";

    static final String FORGET = """
            delete from desk_item where side = 'DELIVERY' and exists (
                select 1 from delivery d where d.id = desk_item.item_id and d.settled_at < ?)
            or side = 'MESSAGE' and exists (
                select 1 from message m where m.id = desk_item.item_id and m.decided_at < ?)
            or side = 'ATTACHMENT' and exists (
                select 1 from attachment a where a.id = desk_item.item_id and a.state <> 'HELD' and a.settled_at < ?)""";

    private final Sql sql;

    DeskSql(Sql sql) {
        this.sql = sql;
    }

    /** Notes that one failed now; one that fails again as before keeps the time of its first failure. */
    void file(DeskSide side, long id, Fingerprint fingerprint, Instant at) {
        sql.update(FILE, side, id, number(fingerprint), at, at);
    }

    void parked(long id, String peer, @Nullable String reason, Instant at) {
        file(DeskSide.MESSAGE, id, Fingerprint.ofMessage(peer, reason), at);
    }

    void stuck(long id, String peer, @Nullable String reason, Instant at) {
        file(DeskSide.ATTACHMENT, id, Fingerprint.ofAttachment(peer, reason), at);
    }

    /** Files a delivery whose attempt ended at the desk. */
    void settled(ClaimedDelivery claimed, Settlement s, Instant at) {
        if (s.next() == DeliveryState.HELD) {
            String outcome = s.outcome().name();
            file(
                    DeskSide.DELIVERY,
                    claimed.id(),
                    Fingerprint.ofDelivery(claimed.peer(), outcome, s.code(), s.text()),
                    at);
        }
    }

    private long number(Fingerprint f) {
        String find = "select id from fingerprint where stage = ? and code = ? and peer = ? and place = ?";
        return sql.first(find, row -> row.number("id"), f.stage(), f.code(), f.peer(), f.place())
                .or(() -> sql.first(
                        "insert into fingerprint (stage, code, peer, place) values (?, ?, ?, ?)"
                                + " on conflict (stage, code, peer, place) do nothing returning id",
                        row -> row.number("id"),
                        f.stage(),
                        f.code(),
                        f.peer(),
                        f.place()))
                .or(() -> sql.first(find, row -> row.number("id"), f.stage(), f.code(), f.peer(), f.place()))
                .orElseThrow();
    }

    /** One that waits and was never filed: it waited before there was a desk. */
    private record Unfiled(DeskSide side, long id, Fingerprint fingerprint, Instant at) {}

    /** Files what waits and was never filed, at most so many of a side; returns how many. */
    int fileUnfiled(int limit) {
        List<Unfiled> all = unfiled(limit);
        all.forEach(one -> file(one.side(), one.id(), one.fingerprint(), one.at()));
        return all.size();
    }

    boolean hasUnfiled() {
        return !unfiled(1).isEmpty();
    }

    private List<Unfiled> unfiled(int limit) {
        List<Unfiled> all = new ArrayList<>(sql.list(HELD_UNFILED, DeskSql::unfiledDelivery, limit));
        all.addAll(sql.list(PARKED_UNFILED, DeskSql::unfiledMessage, limit));
        all.addAll(sql.list(STUCK_UNFILED, DeskSql::unfiledAttachment, limit));
        return all;
    }

    private static Unfiled unfiledDelivery(Row row) throws SQLException {
        Fingerprint fingerprint = Fingerprint.ofDelivery(
                row.text("peer"),
                row.textOrNull("last_outcome"),
                row.textOrNull("last_code"),
                row.textOrNull("last_text"));
        return new Unfiled(DeskSide.DELIVERY, row.number("id"), fingerprint, row.instant("due"));
    }

    private static Unfiled unfiledMessage(Row row) throws SQLException {
        Fingerprint fingerprint = Fingerprint.ofMessage(row.text("peer"), row.textOrNull("reason"));
        return new Unfiled(DeskSide.MESSAGE, row.number("id"), fingerprint, row.instant("received_at"));
    }

    private static Unfiled unfiledAttachment(Row row) throws SQLException {
        Fingerprint fingerprint = Fingerprint.ofAttachment(row.text("peer"), row.textOrNull("reason"));
        return new Unfiled(DeskSide.ATTACHMENT, row.number("id"), fingerprint, row.instant("settled_at"));
    }

    /** The largest first. */
    List<DeskGroup> groups() {
        List<DeskGroup> all = new ArrayList<>(sql.list(HELD_GROUPS.formatted(""), DeskSql::group));
        all.addAll(sql.list(PARKED_GROUPS.formatted(""), DeskSql::group));
        all.addAll(sql.list(STUCK_GROUPS.formatted(""), DeskSql::group));
        all.sort(Comparator.comparingLong(DeskGroup::count).reversed().thenComparing(DeskGroup::id));
        return all;
    }

    /** A group in which something waits. */
    Optional<DeskGroup> group(long id) {
        String one = " and i.fingerprint_id = ?";
        return sql.first(HELD_GROUPS.formatted(one), DeskSql::group, id)
                .or(() -> sql.first(PARKED_GROUPS.formatted(one), DeskSql::group, id))
                .or(() -> sql.first(STUCK_GROUPS.formatted(one), DeskSql::group, id));
    }

    /** What waits in a group, by number. */
    List<DeskItem> items(DeskGroup group, long after, int limit) {
        String like = switch (group.fingerprint().stage().side()) {
            case MESSAGE -> PARKED_LIKE;
            case DELIVERY -> HELD_LIKE;
            case ATTACHMENT -> STUCK_LIKE;
        };
        return sql.list(like, DeskSql::item, group.id(), after, limit);
    }

    Optional<DeskItem> item(DeskSide side, long id) {
        String text = switch (side) {
            case MESSAGE -> MESSAGE;
            case DELIVERY -> DELIVERY;
            case ATTACHMENT -> ATTACHMENT;
        };
        return sql.first(text + " and i.item_id = ?", DeskSql::item, id);
    }

    /** Forgets why something waited that was settled or decided before a time. */
    int forget(Instant before) {
        return sql.update(FORGET, before, before, before);
    }

    static Fingerprint fingerprint(Row row) throws SQLException {
        return new Fingerprint(Stage.valueOf(row.text("stage")), row.text("code"), row.text("peer"), row.text("place"));
    }

    private static DeskGroup group(Row row) throws SQLException {
        return new DeskGroup(
                row.number("id"),
                fingerprint(row),
                row.number("number"),
                row.number("cases"),
                row.instant("first_at"),
                row.instant("last_at"));
    }

    static DeskItem item(Row row) throws SQLException {
        @Nullable String text = row.textOrNull("text");
        return new DeskItem(
                DeskSide.valueOf(row.text("side")),
                row.number("id"),
                row.number("fingerprint_id"),
                row.text("peer"),
                row.text("subject"),
                row.text("type"),
                row.text("state"),
                row.instant("failed_first"),
                row.instant("failed_last"),
                text,
                row.textOrNull("mapping_digest"));
    }
}
