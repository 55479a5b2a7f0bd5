package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Publications in the ledger's own database. */
final class SqlPublications implements Publications {
    private final SqlLedger ledger;

    SqlPublications(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletableFuture<Publication> publish(NewPublication set) {
        return ledger.submit(tx -> tx.tables().publications().publish(set, tx.now()));
    }

    @Override
    public Optional<Publication> newest() {
        return ledger.read(tables -> tables.publications().newest());
    }

    @Override
    public List<Publication> history(int limit) {
        return ledger.read(tables -> tables.publications().history(limit));
    }

    @Override
    public boolean holds(String digest) {
        return ledger.read(tables -> tables.publications().holds(digest));
    }

    @Override
    public Optional<byte[]> files(String digest) {
        return ledger.read(tables -> tables.publications().files(digest));
    }

    @Override
    public CompletableFuture<Boolean> running(
            String name, String digest, long publication, Instant since, @Nullable String note) {
        return ledger.submit(tx -> tx.tables()
                .publications()
                .running(new InstanceState(name, digest, publication, since, tx.now(), note)));
    }

    @Override
    public List<InstanceState> instances(Instant seenSince) {
        return ledger.read(tables -> tables.publications().instances(seenSince));
    }
}
