package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotlinegateway.ledger.Acceptance.Verdict;
import org.hotlinegateway.ledger.RungLately.Waiting;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;
import org.jspecify.annotations.Nullable;

/** Statements on messages. */
final class MessageSql {
    private static final String INSERT = """
            insert into message (receipt, peer, name, message_key, lane, state, content_type, payload_hash,
                received_at, reason, waiting_on, raw_key, raw, mapping_digest, conversions_key, conversions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (peer, name, message_key) do nothing returning id""";

    private static final String CONVERTED = ", mapping_digest = coalesce(?, mapping_digest),"
            + " conversions_key = coalesce(?, conversions_key), conversions = coalesce(?, conversions)";

    static final String TAKE = """
            select id from message m where id = ? and state = 'RECEIVED' and not exists (
                select 1 from message e where e.peer = m.peer and e.lane = m.lane and e.decided_at is null
                and e.state = 'RECEIVED' and e.id < m.id)""";

    static final String RELEASE = """
            update message set state = 'RECEIVED', reason = null, waiting_on = null
            where waiting_on = ? and state = 'PARKED' returning id, peer""";

    /** The plus keeps it off the index of times, where nearly all messages are long decided. */
    static final String OPEN_IN =
            "select * from message where decided_at is null and state = ? order by +received_at, id limit ?";

    static final String OPEN = "select state, count(*) as number from message where decided_at is null group by state";

    static final String RANGE = "select state, count(*) as number from message where id > ? and id <= ? group by state";

    static final String FIRST_OF_LANE = """
            select id from message where peer = ? and lane = ? and decided_at is null and state = 'RECEIVED'
            order by id limit 1""";

    static final String UNRUNG = """
            select id, peer from (
                select id, peer, row_number() over (partition by peer order by id) as place from message m
                where decided_at is null and state = 'RECEIVED' and not exists (
                    select 1 from message e where e.peer = m.peer and e.lane = m.lane and e.decided_at is null
                    and e.state = 'RECEIVED' and e.id < m.id)) as waiting
            where place <= ? order by id""";

    static final String WAITING = """
            select waiting_on, peer, name, reason, count(*) as number, min(received_at) as first_at,
                max(received_at) as last_at, min(receipt) as one, max(receipt) as other
            from message where waiting_on is not null and substr(waiting_on, 1, ?) = ?
            group by waiting_on, peer, name, reason order by waiting_on, peer, name, reason""";

    /** Likewise: nearly all messages lie before any given time. */
    static final String WAITING_SINCE = """
            select count(*) as number from message
            where waiting_on is not null and substr(waiting_on, 1, ?) = ? and +received_at < ?""";

    private final Sql sql;
    private final Dialect dialect;
    private final FieldCipher cipher;

    MessageSql(Sql sql, Dialect dialect, FieldCipher cipher) {
        this.sql = sql;
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** A message ready to be written: sealed and with its receipt, so that the writer has little to do. */
    record Incoming(NewMessage message, String receipt, Sealed raw, ConversionRow conversions) {
        static Incoming of(NewMessage message, Instant now, FieldCipher cipher) {
            String receipt = Receipts.next(now);
            return new Incoming(
                    message,
                    receipt,
                    cipher.seal(message.raw(), place(receipt)),
                    ConversionRow.of(message.conversions(), conversionsPlace(receipt), cipher));
        }

        MessageState state() {
            return message.parkReason() == null ? MessageState.RECEIVED : MessageState.PARKED;
        }
    }

    /** A lane of messages. */
    record Lane(String peer, String name) {}

    Acceptance accept(Incoming incoming) {
        NewMessage m = incoming.message();
        Optional<Long> id = sql.first(
                INSERT,
                row -> row.number("id"),
                incoming.receipt(),
                m.peer(),
                m.name(),
                m.messageKey(),
                m.lane(),
                incoming.state(),
                m.contentType(),
                m.payloadHash(),
                m.receivedAt(),
                m.parkReason(),
                m.waitingOn(),
                incoming.raw().keyId(),
                incoming.raw().bytes(),
                incoming.conversions().digest(),
                incoming.conversions().keyId(),
                incoming.conversions().bytes());
        return id.map(number -> new Acceptance(Verdict.ACCEPTED, number, incoming.receipt()))
                .orElseGet(() -> repeated(m));
    }

    private Acceptance repeated(NewMessage m) {
        return sql.first(
                        "select id, receipt, payload_hash from message where peer = ? and name = ? and message_key = ?",
                        row -> new Acceptance(
                                row.text("payload_hash").equals(m.payloadHash()) ? Verdict.DUPLICATE : Verdict.CONFLICT,
                                row.number("id"),
                                row.text("receipt")),
                        m.peer(),
                        m.name(),
                        m.messageKey())
                .orElseThrow(() -> new LedgerException("a message vanished while it was repeated"));
    }

    boolean take(long id) {
        return sql.first(TAKE + dialect.lockOrSkip, row -> true, id).isPresent();
    }

    ConversionRow sealed(StoredMessage message, List<Conversion> conversions) {
        return ConversionRow.of(conversions, conversionsPlace(message.receipt()), cipher);
    }

    Lane decide(long id, MessageState state, @Nullable String reason, ConversionRow converted, Instant now) {
        return sql.first(
                        "update message set state = ?, decided_at = ?, reason = ?, waiting_on = null" + CONVERTED
                                + " where id = ? and decided_at is null returning peer, lane",
                        MessageSql::lane,
                        state,
                        now,
                        reason,
                        converted.digest(),
                        converted.keyId(),
                        converted.bytes(),
                        id)
                .orElseThrow(() -> new IllegalStateException("message " + id + " is already decided"));
    }

    Lane park(long id, String reason, @Nullable String waitingOn, ConversionRow converted) {
        return sql.first(
                        "update message set state = 'PARKED', reason = ?, waiting_on = ?" + CONVERTED
                                + " where id = ? and decided_at is null returning peer, lane",
                        MessageSql::lane,
                        reason,
                        waitingOn,
                        converted.digest(),
                        converted.keyId(),
                        converted.bytes(),
                        id)
                .orElseThrow(() -> new IllegalStateException("message " + id + " is already decided"));
    }

    Optional<Ring> firstOf(Lane lane) {
        return sql.first(FIRST_OF_LANE, row -> ring(row.number("id"), lane.peer()), lane.peer(), lane.name());
    }

    List<Ring> release(String waitingOn) {
        return sql.list(RELEASE, row -> ring(row.number("id"), row.text("peer")), waitingOn).stream()
                .sorted(Comparator.comparingLong(Ring::id))
                .toList();
    }

    Optional<Ring> replay(long id, String by, String reason, Instant now) {
        Optional<Ring> ring = sql.first(
                "update message set state = 'RECEIVED', reason = null, waiting_on = null"
                        + " where id = ? and state = 'PARKED' returning id, peer",
                row -> ring(id, row.text("peer")),
                id);
        if (ring.isPresent()) {
            sql.update(
                    "insert into message_replay (message_id, at, done_by, reason) values (?, ?, ?, ?)",
                    id,
                    now,
                    by,
                    reason);
        }
        return ring;
    }

    Optional<StoredMessage> find(long id) {
        return sql.first("select * from message where id = ?", this::message, id);
    }

    Optional<StoredMessage> findByReceipt(String receipt) {
        return sql.first("select * from message where receipt = ?", this::message, receipt);
    }

    List<StoredMessage> in(MessageState state, int limit) {
        boolean open = state == MessageState.RECEIVED || state == MessageState.PARKED;
        String text = open ? OPEN_IN : "select * from message where state = ? order by id desc limit ?";
        return sql.list(text, this::message, state, limit);
    }

    List<WaitingMessages> waiting(String keyPrefix) {
        return sql.list(WAITING, MessageSql::waitingMessages, keyPrefix.length(), keyPrefix);
    }

    long waitingSince(String keyPrefix, Instant before) {
        return sql.first(WAITING_SINCE, row -> row.number("number"), keyPrefix.length(), keyPrefix, before)
                .orElseThrow();
    }

    private static WaitingMessages waitingMessages(Row row) throws SQLException {
        return new WaitingMessages(
                row.text("waiting_on"),
                row.text("peer"),
                row.text("name"),
                row.textOrNull("reason"),
                row.number("number"),
                row.instant("first_at"),
                row.instant("last_at"),
                Stream.of(row.text("one"), row.text("other")).distinct().toList());
    }

    /** Messages to be decided, at most so many per peer. */
    List<Waiting> waiting(int perPeer) {
        return sql.list(UNRUNG, row -> new Waiting(ring(row.number("id"), row.text("peer")), 0), perPeer);
    }

    /** Of the messages with numbers above one and up to another. */
    Map<MessageState, Long> balance(long after, long to) {
        return counts(RANGE, after, to);
    }

    Map<MessageState, Long> open() {
        return counts(OPEN);
    }

    private Map<MessageState, Long> counts(String text, Object... values) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        sql.list(text, row -> counts.put(MessageState.valueOf(row.text("state")), row.number("number")), values);
        return Collections.unmodifiableMap(counts);
    }

    private StoredMessage message(Row row) throws SQLException {
        String receipt = row.text("receipt");
        return new StoredMessage(
                row.number("id"),
                receipt,
                row.text("peer"),
                row.text("name"),
                row.text("message_key"),
                row.text("lane"),
                cipher.openOrNull(row.sealed("raw"), place(receipt)),
                row.text("content_type"),
                row.text("payload_hash"),
                row.instant("received_at"),
                MessageState.valueOf(row.text("state")),
                row.textOrNull("reason"),
                row.textOrNull("waiting_on"),
                row.textOrNull("mapping_digest"),
                row.numberOrNull("copy_id"));
    }

    private static Lane lane(Row row) throws SQLException {
        return new Lane(row.text("peer"), row.text("lane"));
    }

    private static Ring ring(long id, String peer) {
        return new Ring(Ring.Kind.INTAKE, peer, id);
    }

    static String place(String receipt) {
        return "message:" + receipt;
    }

    static String conversionsPlace(String receipt) {
        return "conversions:message/" + receipt;
    }
}
