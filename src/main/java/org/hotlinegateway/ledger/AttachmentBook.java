package org.hotlinegateway.ledger;

import java.time.Instant;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.jspecify.annotations.Nullable;

/** The files of cases inside a unit of work. */
public interface AttachmentBook {

    /**
     * Notes that a case's message names a file. One that was uploaded before becomes the case's and is due again, so that
     * the case hears of it; one that is known already stays as it is.
     *
     * @param peerReference what the peer calls the case, or null
     */
    void name(String peer, String caseNo, @Nullable String peerReference, NamedAttachment named);

    /** Files what a peer uploaded; due at once unless it was there before. */
    Filed file(UploadedAttachment uploaded);

    /** Ends a step; false, without any change, when another worker has taken over. */
    boolean settle(StoredAttachment claimed, AttachmentSettlement settlement);

    /** Lets a claimed delivery take longer, since it sends a file; false when another worker has taken over. */
    boolean lengthen(ClaimedDelivery claimed, Instant leaseUntil);
}
