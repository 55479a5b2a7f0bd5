package org.hotlinegateway.ledger;

import java.time.Clock;
import org.hotlinegateway.vault.FieldCipher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger, and joins it to the ringer once both are there. */
@Configuration
class LedgerConfiguration {
    @Bean
    SqlLedger ledger(
            LedgerSettings settings,
            FieldCipher cipher,
            Clock clock,
            ObjectProvider<FatalLedgerError> fatal,
            @Value("${gateway.data-dir:./data}") String dataDir) {
        return SqlLedger.open(settings.in(dataDir), cipher, clock, fatal.getIfAvailable(() -> cause -> {}));
    }

    @Bean
    LedgerRoom ledgerRoom(SqlLedger ledger) {
        return ledger.room();
    }

    @Bean
    Publications publications(SqlLedger ledger) {
        return ledger.publications();
    }

    @Bean
    Recordings recordings(SqlLedger ledger) {
        return ledger.recordings();
    }

    @Bean
    DeskBook deskBook(SqlLedger ledger) {
        return ledger.desk();
    }

    @Bean
    Attachments attachments(SqlLedger ledger) {
        return ledger.attachments();
    }

    @Bean
    PeerSettings peerSettings(SqlLedger ledger) {
        return ledger.peerSettings();
    }

    @Bean
    AuditBook auditBook(SqlLedger ledger) {
        return new SqlAudit(ledger);
    }

    @Bean
    Watches watches(SqlLedger ledger) {
        return new SqlWatches(ledger);
    }

    @Bean
    Alerts alerts(SqlLedger ledger) {
        return new SqlAlerts(ledger);
    }

    @Bean
    Balances balances(SqlLedger ledger, Clock clock) {
        return new SqlBalances(ledger, clock);
    }

    @Bean
    Reconciliations reconciliations(SqlLedger ledger) {
        return new SqlReconciliations(ledger);
    }

    @Bean
    SmartInitializingSingleton ledgerRinger(SqlLedger ledger, ObjectProvider<Ringer> ringer) {
        return () -> ringer.ifAvailable(ledger::ringer);
    }
}
