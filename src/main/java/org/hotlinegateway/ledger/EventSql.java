package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;

/** Statements on the histories of cases. */
final class EventSql {
    private static final String INSERT = """
            insert into event (case_id, seq, source, event_id, type, version, payload_hash, occurred_at, received_at,
                state_before, state_after, late, note, message_id, document_key, document)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String HASH_OF_ID = "select payload_hash from event where source = ? and event_id = ?";

    static final String HASH_OF_VERSION = """
            select payload_hash from event where case_id = (select id from cases where case_no = ?)
            and source = ? and version = ? order by seq limit 1""";

    static final String LAST_VERSION = """
            select max(version) as version from event
            where case_id = (select id from cases where case_no = ?) and source = ? and version is not null""";

    static final String OF_CASE =
            "select e.* from event e join cases c on c.id = e.case_id where c.case_no = ? order by e.seq";

    private final Sql sql;
    private final FieldCipher cipher;

    EventSql(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    void append(long caseId, String caseNo, int seq, NewEvent e) {
        Sealed document = cipher.seal(e.document(), place(caseNo, seq));
        sql.update(
                INSERT,
                caseId,
                seq,
                e.source(),
                e.eventId(),
                e.type(),
                e.version(),
                e.payloadHash(),
                e.occurredAt(),
                e.receivedAt(),
                e.stateBefore(),
                e.stateAfter(),
                e.late(),
                e.note(),
                e.messageId(),
                document.keyId(),
                document.bytes());
    }

    Optional<String> hash(String source, String eventId) {
        return sql.first(HASH_OF_ID, row -> row.text("payload_hash"), source, eventId);
    }

    Optional<String> hash(String source, String caseNo, long version) {
        return sql.first(HASH_OF_VERSION, row -> row.text("payload_hash"), caseNo, source, version);
    }

    Optional<Long> lastVersion(String source, String caseNo) {
        return sql.list(LAST_VERSION, row -> Optional.ofNullable(row.numberOrNull("version")), caseNo, source)
                .get(0);
    }

    List<StoredEvent> of(String caseNo) {
        return sql.list(OF_CASE, row -> new StoredEvent(caseNo, row.count("seq"), event(caseNo, row)), caseNo);
    }

    byte[] document(long caseId, String caseNo, int seq) {
        Sealed sealed = sql.first(
                        "select document_key, document from event where case_id = ? and seq = ?",
                        row -> row.sealed("document"),
                        caseId,
                        seq)
                .orElseThrow(() -> new LedgerException("case " + caseNo + " has no event " + seq));
        return cipher.open(sealed, place(caseNo, seq));
    }

    private NewEvent event(String caseNo, Row row) throws SQLException {
        return new NewEvent(
                row.text("source"),
                row.text("event_id"),
                row.text("type"),
                row.numberOrNull("version"),
                row.text("payload_hash"),
                row.instant("occurred_at"),
                row.instant("received_at"),
                row.textOrNull("state_before"),
                row.text("state_after"),
                row.flag("late"),
                row.textOrNull("note"),
                row.number("message_id"),
                cipher.open(row.sealed("document"), place(caseNo, row.count("seq"))));
    }

    static String place(String caseNo, int seq) {
        return "event:" + caseNo + "/" + seq;
    }
}
