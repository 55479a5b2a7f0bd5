package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;

/** Statements on cases and the references peers know them by. */
final class CaseSql {
    private static final String INSERT = """
            insert into cases (case_no, state, hall_code, deadline, last_seq, updated_at, document_key, document)
            values (?, ?, ?, ?, 0, ?, ?, ?) returning id""";

    static final String CASE_NO_OF = """
            select c.case_no from case_reference r join cases c on c.id = r.case_id
            where r.peer = ? and r.reference = ?""";

    private final Sql sql;
    private final Dialect dialect;
    private final FieldCipher cipher;

    CaseSql(Sql sql, Dialect dialect, FieldCipher cipher) {
        this.sql = sql;
        this.dialect = dialect;
        this.cipher = cipher;
    }

    Optional<StoredCase> find(String caseNo) {
        return sql.first("select * from cases where case_no = ?", this::storedCase, caseNo);
    }

    /** Locks the case; where there is none, locks its number, so that it cannot appear before the commit. */
    Optional<StoredCase> lock(String caseNo) {
        Optional<StoredCase> found = lockRow(caseNo);
        if (found.isEmpty()) {
            dialect.lockName(sql, place(caseNo));
            return lockRow(caseNo);
        }
        return found;
    }

    private Optional<StoredCase> lockRow(String caseNo) {
        return sql.first("select * from cases where case_no = ?" + dialect.lock, this::storedCase, caseNo);
    }

    long insert(StoredCase c) {
        dialect.lockName(sql, place(c.caseNo()));
        Sealed document = cipher.seal(c.document(), place(c.caseNo()));
        return sql.first(
                        INSERT,
                        row -> row.number("id"),
                        c.caseNo(),
                        c.state(),
                        c.hallCode(),
                        c.deadline(),
                        c.updatedAt(),
                        document.keyId(),
                        document.bytes())
                .orElseThrow();
    }

    void update(long id, int lastSeq, StoredCase c) {
        Sealed document = cipher.seal(c.document(), place(c.caseNo()));
        sql.update(
                "update cases set state = ?, hall_code = ?, deadline = ?, last_seq = ?, updated_at = ?,"
                        + " document_key = ?, document = ? where id = ?",
                c.state(),
                c.hallCode(),
                c.deadline(),
                lastSeq,
                c.updatedAt(),
                document.keyId(),
                document.bytes(),
                id);
    }

    void lastSeq(long id, int lastSeq, Instant now) {
        sql.update("update cases set last_seq = ?, updated_at = ? where id = ?", lastSeq, now, id);
    }

    Optional<String> caseNoOf(String peer, String reference) {
        return sql.first(CASE_NO_OF, row -> row.text("case_no"), peer, reference);
    }

    /** As {@link #caseNoOf}; where it is unknown, it stays unknown until the commit. */
    Optional<String> lockReference(String peer, String reference) {
        Optional<String> found = caseNoOf(peer, reference);
        if (found.isEmpty()) {
            dialect.lockName(sql, "reference:" + peer + "/" + reference);
            return caseNoOf(peer, reference);
        }
        return found;
    }

    void addReference(long caseId, String caseNo, String peer, String reference) {
        Optional<String> known = lockReference(peer, reference);
        if (known.isEmpty()) {
            sql.update(
                    "insert into case_reference (peer, reference, case_id) values (?, ?, ?)", peer, reference, caseId);
        } else if (!known.get().equals(caseNo)) {
            throw new IllegalStateException("a reference of peer " + peer + " given to case " + caseNo
                    + " already belongs to case " + known.get());
        }
    }

    private StoredCase storedCase(Row row) throws SQLException {
        String caseNo = row.text("case_no");
        return new StoredCase(
                row.number("id"),
                caseNo,
                row.text("state"),
                row.text("hall_code"),
                row.instantOrNull("deadline"),
                row.count("last_seq"),
                cipher.open(row.sealed("document"), place(caseNo)),
                row.instant("updated_at"));
    }

    private static String place(String caseNo) {
        return "case:" + caseNo;
    }
}
