package org.hotlinegateway.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.ledger.AuditSql.Line;

/** The audit in the ledger's own database. */
final class SqlAudit implements AuditBook {
    private static final int WORD_AT_MOST = 200;

    private final SqlLedger ledger;

    SqlAudit(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletableFuture<Long> asked(String by, String origin, String act, String subject) {
        return ledger.submit(tx ->
                tx.tables().audit().add(new Line(tx.now(), cut(by), cut(origin), cut(act), cut(subject), null, null)));
    }

    @Override
    public CompletableFuture<Long> answered(long asked, int status) {
        return ledger.submit(tx -> {
            AuditSql audit = tx.tables().audit();
            AuditEntry line =
                    audit.find(asked).orElseThrow(() -> new LedgerException("line " + asked + " is not in the audit"));
            return audit.add(
                    new Line(tx.now(), line.by(), line.origin(), line.act(), line.subject(), line.id(), status));
        });
    }

    @Override
    public List<AuditEntry> after(long id, Optional<String> by, int limit) {
        return ledger.read(tables -> tables.audit().after(id, by, limit));
    }

    @Override
    public AuditChain chain() {
        return ledger.read(tables -> tables.audit().chain());
    }

    private static String cut(String word) {
        return word.length() > WORD_AT_MOST ? word.substring(0, WORD_AT_MOST) + "…" : word;
    }
}
