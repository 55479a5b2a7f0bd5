package org.hotlinegateway.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What staff set for peers, in the ledger's own database. */
final class SqlPeerSettings implements PeerSettings {
    private final SqlLedger ledger;

    SqlPeerSettings(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Setting> all() {
        return ledger.read(tables -> tables.peerSettings().all());
    }

    @Override
    public CompletableFuture<Change> set(Wanted wanted) {
        return ledger.submit(tx -> tx.peerSettings().set(wanted, tx.now()));
    }

    @Override
    public List<Change> changes(String peer, int limit) {
        return ledger.read(tables -> tables.peerSettings().changes(peer, limit));
    }
}
