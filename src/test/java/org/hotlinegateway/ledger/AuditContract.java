package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.vault.KeyRing;
import org.hotlinegateway.vault.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit and its chain, whatever database is under the ledger. */
abstract class AuditContract extends LedgerFixture {
    private static final String REVEAL = "POST /desk/{side}/{id}/reveal";

    @Test
    void aLineIsAskedAndAnsweredAndStaysAfterARestart() {
        long asked = asked(ledger, "wang", 17);
        audit(ledger).answered(asked, 200).join();
        ledger.close();

        ledger = open();

        assertThat(audit(ledger).after(0, Optional.empty(), 10))
                .extracting(
                        AuditEntry::by, AuditEntry::act, AuditEntry::subject, AuditEntry::answers, AuditEntry::status)
                .containsExactly(
                        tuple("wang", REVEAL, "id=17", null, null), tuple("wang", REVEAL, "id=17", asked, 200));
        assertThat(audit(ledger).chain())
                .extracting(AuditChain::lines, AuditChain::brokenAt)
                .containsExactly(2L, null);
    }

    @Test
    void linesAreFoundByPersonAndByNumber() {
        long first = asked(ledger, "wang", 1);
        asked(ledger, "chen", 2);
        asked(ledger, "wang", 3);

        assertThat(audit(ledger).after(first, Optional.of("wang"), 10))
                .extracting(AuditEntry::subject)
                .containsExactly("id=3");
        assertThat(audit(ledger).after(0, Optional.empty(), 1))
                .extracting(AuditEntry::id)
                .containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set subject = 'id=9' where id = %d",
                "update audit set at = at + 1 where id = %d",
                "update audit set done_by = 'nobody' where id = %d",
                "update audit set status = 200 where id = %d",
                "delete from audit where id = %d"
            })
    void whatIsChangedOrRemovedIsFound(String tampering) throws SQLException {
        List<Long> lines = fill(ledger, 6);

        tamper(tampering.formatted(lines.get(2)));

        AuditChain chain = audit(ledger).chain();
        assertThat(chain.brokenAt()).isIn(lines.get(2), lines.get(3));
        assertThat(chain.lines()).isEqualTo(2);
    }

    @Test
    void whatIsPutInIsFound() throws SQLException {
        List<Long> lines = fill(ledger, 4);

        tamper("insert into audit (at, done_by, origin, act, subject, answers, status, hash)"
                + " select at, 'nobody', origin, act, subject, answers, status, hash from audit where id = "
                + lines.get(1));

        assertThat(audit(ledger).chain().brokenAt()).isGreaterThan(lines.get(3));
    }

    @Test
    void whoHasAnotherKeyCannotMakeLinesThatFollow() throws SQLException {
        List<Long> lines = fill(ledger, 3);
        ledger.close();

        try (Connection connection = DriverManager.getConnection(url())) {
            KeyedHash other = new KeyedHash(KeyRing.parse(KeyRing.generate()));
            AuditSql forger = new AuditSql(Sql.borrowing(connection), Dialect.of(url()), other);

            assertThat(forger.chain().brokenAt()).isEqualTo(lines.get(0));
        }
    }

    List<Long> fill(SqlLedger into, int count) {
        List<CompletableFuture<Long>> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(audit(into).asked("wang", "127.0.0.1", REVEAL, "id=" + i));
        }
        return lines.stream().map(CompletableFuture::join).sorted().toList();
    }

    AuditBook audit(SqlLedger of) {
        return new SqlAudit(of);
    }

    private long asked(SqlLedger in, String by, int id) {
        return audit(in).asked(by, "127.0.0.1", REVEAL, "id=" + id).join();
    }

    /** While no gateway has the ledger open: an embedded one lets nobody else write. */
    private void tamper(String statement) throws SQLException {
        ledger.close();
        try (Connection connection = DriverManager.getConnection(url());
                Statement change = connection.createStatement()) {
            assertThat(change.executeUpdate(statement)).isEqualTo(1);
        }
        ledger = open();
    }
}
