package org.hotlinegateway.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.ledger.AuditSql.Line;
import org.hotlinegateway.vault.KeyedHash;

/** The audit in the ledger's own database. */
final class SqlAudit implements AuditBook {
    private static final int WORD_AT_MOST = 200;

    private final SqlLedger ledger;
    private final KeyedHash seal;

    SqlAudit(SqlLedger ledger, KeyedHash seal) {
        this.ledger = ledger;
        this.seal = seal;
    }

    @Override
    public CompletableFuture<Long> asked(String by, String origin, String act, String subject) {
        return ledger.submit(tx ->
                in(tx.tables()).add(new Line(tx.now(), cut(by), cut(origin), cut(act), cut(subject), null, null)));
    }

    @Override
    public CompletableFuture<Long> answered(long asked, int status) {
        return ledger.submit(tx -> {
            AuditSql audit = in(tx.tables());
            AuditEntry line =
                    audit.find(asked).orElseThrow(() -> new LedgerException("line " + asked + " is not in the audit"));
            return audit.add(
                    new Line(tx.now(), line.by(), line.origin(), line.act(), line.subject(), line.id(), status));
        });
    }

    @Override
    public List<AuditEntry> after(long id, Optional<String> by, int limit) {
        return ledger.read(tables -> in(tables).after(id, by, limit));
    }

    @Override
    public AuditChain chain() {
        return ledger.read(tables -> in(tables).chain());
    }

    private AuditSql in(Tables tables) {
        return new AuditSql(tables.sql(), tables.dialect(), seal);
    }

    private static String cut(String word) {
        return word.length() > WORD_AT_MOST ? word.substring(0, WORD_AT_MOST) + "…" : word;
    }
}
