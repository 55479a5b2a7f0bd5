package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;

/** Statements on cases and the references peers know them by. */
final class CaseSql {
    private static final String INSERT = """
            insert into cases (id, case_no, state, hall_code, deadline, last_seq, updated_at, document_key, document)
            values (?, ?, ?, ?, ?, 0, ?, ?, ?) on conflict (id) do nothing""";

    static final String AT_ITS_ROW = "select * from cases where id = ?";
    static final String ELSEWHERE = "select * from cases where case_no = ?";

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
        return find(caseNo, "");
    }

    private Optional<StoredCase> find(String caseNo, String lock) {
        Optional<StoredCase> found = sql.first(AT_ITS_ROW + lock, this::storedCase, CaseRow.of(caseNo))
                .filter(one -> one.caseNo().equals(caseNo));
        return found.isPresent() ? found : sql.first(ELSEWHERE + lock, this::storedCase, caseNo);
    }

    /** Locks the case; where there is none, locks its number, so that it cannot appear before the commit. */
    Optional<StoredCase> lock(String caseNo) {
        Optional<StoredCase> found = find(caseNo, dialect.lock);
        if (found.isEmpty()) {
            dialect.lockName(sql, place(caseNo));
            return find(caseNo, dialect.lock);
        }
        return found;
    }

    long insert(StoredCase c) {
        dialect.lockName(sql, place(c.caseNo()));
        Sealed document = cipher.seal(c.document(), place(c.caseNo()));
        long id = CaseRow.of(c.caseNo());
        while (!inserted(id, c, document)) {
            id++;
        }
        return id;
    }

    private boolean inserted(long id, StoredCase c, Sealed document) {
        int rows = sql.update(
                INSERT,
                id,
                c.caseNo(),
                c.state(),
                c.hallCode(),
                c.deadline(),
                c.updatedAt(),
                document.keyId(),
                document.bytes());
        return rows == 1;
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
