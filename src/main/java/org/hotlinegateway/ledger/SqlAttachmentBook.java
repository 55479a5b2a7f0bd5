package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Optional;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.jspecify.annotations.Nullable;

/** Files of cases in one unit of work. */
final class SqlAttachmentBook implements AttachmentBook {
    private final Tables tables;
    private final Instant now;

    SqlAttachmentBook(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    @Override
    public void name(String peer, String caseNo, @Nullable String peerReference, NamedAttachment named) {
        long caseId = tables.cases().lock(caseNo).orElseThrow().id();
        String other = peerReference == null ? caseNo : peerReference;
        tables.attachments().name(peer, caseId, caseNo, other, named, now);
    }

    @Override
    public Filed file(UploadedAttachment uploaded) {
        Optional<StoredCase> known = tables.cases()
                .lock(uploaded.caseRef())
                .or(() -> tables.cases()
                        .lockReference(uploaded.peer(), uploaded.caseRef())
                        .flatMap(tables.cases()::lock));
        Long caseId = known.map(StoredCase::id).orElse(null);
        String caseRef = known.map(StoredCase::caseNo).orElse(uploaded.caseRef());
        return tables.attachments().file(uploaded, caseId, caseRef, now);
    }

    @Override
    public boolean settle(StoredAttachment claimed, AttachmentSettlement settlement) {
        boolean ours = tables.attachments().settle(claimed, settlement, now);
        if (ours && settlement.next() == AttachmentState.HELD) {
            tables.desk().stuck(claimed.id(), claimed.peer(), settlement.reason(), now);
        }
        return ours;
    }

    @Override
    public boolean lengthen(ClaimedDelivery claimed, Instant leaseUntil) {
        return tables.lanes().lengthen(claimed, leaseUntil);
    }
}
