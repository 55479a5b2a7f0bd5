package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Alerts in the ledger's own database. */
final class SqlAlerts implements Alerts {
    private final SqlLedger ledger;

    SqlAlerts(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletableFuture<Boolean> raise(
            String name, String kind, String subject, String text, String facts, Collection<String> ways) {
        return ledger.submit(tx -> tx.tables().alerts().raise(name, kind, subject, text, facts, ways, tx.now()));
    }

    @Override
    public Optional<Instant> lastOf(String kind, String subject) {
        return ledger.read(tables -> tables.alerts().lastOf(kind, subject));
    }

    @Override
    public CompletableFuture<List<Due>> take(Duration lease, int limit) {
        return ledger.submit(tx -> tx.tables().alerts().take(tx.now().plus(lease), limit, tx.now()));
    }

    @Override
    public CompletableFuture<Boolean> sent(Due due) {
        return ledger.submit(tx -> tx.tables().alerts().sent(due, tx.now()));
    }

    @Override
    public CompletableFuture<Boolean> failed(Due due, String problem, @Nullable Instant again) {
        return ledger.submit(tx -> tx.tables().alerts().failed(due, problem, again, tx.now()));
    }

    @Override
    public List<Alert> alerts(int limit) {
        return ledger.read(tables -> tables.alerts().alerts(limit));
    }
}
