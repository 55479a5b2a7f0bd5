package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Files of cases in the ledger's own database. */
final class SqlAttachments implements Attachments {
    private final SqlLedger ledger;

    SqlAttachments(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<StoredAttachment> find(String publicId) {
        return ledger.read(tables -> tables.attachments().find(publicId));
    }

    @Override
    public List<StoredAttachment> of(String caseNo) {
        return ledger.read(tables -> tables.attachments().of(caseNo));
    }

    @Override
    public List<StoredAttachment> in(AttachmentState state, int limit) {
        return ledger.read(tables -> tables.attachments().in(state, limit));
    }

    @Override
    public Map<AttachmentState, Long> counts() {
        return ledger.read(tables -> tables.attachments().counts());
    }

    @Override
    public List<Long> due(Instant now, int limit) {
        return ledger.read(tables -> tables.attachments().due(now, limit));
    }

    @Override
    public boolean knows(String address) {
        return ledger.read(tables -> tables.attachments().knows(address));
    }

    @Override
    public CompletableFuture<Optional<StoredAttachment>> claim(long id, Duration lease) {
        return ledger.submit(tx -> tx.tables().attachments().claim(id, lease, tx.now()));
    }

    @Override
    public CompletableFuture<Boolean> damaged(String publicId, String reason) {
        return ledger.submit(tx -> {
            boolean held = tx.tables().attachments().damaged(publicId, reason, tx.now());
            tx.tables()
                    .attachments()
                    .find(publicId)
                    .ifPresent(file -> tx.tables().desk().stuck(file.id(), file.peer(), reason, tx.now()));
            return held;
        });
    }

    @Override
    public CompletableFuture<Boolean> replay(String publicId, AttachmentState from, String by, String reason) {
        return ledger.submit(tx -> tx.tables().attachments().replay(publicId, from, by, reason, tx.now()));
    }
}
