package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slip with which a requester goes straight to the right window at the second visit.
 *
 * @param qr opaque token without personal data
 */
public record TrackingCard(
        String cardNo,
        String qr,
        @Nullable String caseNo,
        @Nullable String requesterMasked,
        Matter matter,
        List<String> missing,
        String nextWindow,
        String contact,
        @Nullable String issuedBy,
        @Nullable OffsetDateTime issuedAt,
        LocalDate validUntil,
        @Nullable OffsetDateTime usedAt,
        @Nullable UseResult useResult,
        @Nullable Standing state) {
    /** What came of the second visit. */
    public enum UseResult {
        DONE,
        NOT_DONE
    }

    /** Whether the card still counts. */
    public enum Standing {
        ISSUED,
        USED,
        EXPIRED,
        VOIDED
    }

    boolean isOpen() {
        return state == Standing.ISSUED;
    }

    TrackingCard issuedFor(String ofCase, OffsetDateTime at) {
        return new TrackingCard(
                cardNo,
                qr,
                ofCase,
                requesterMasked,
                matter,
                missing,
                nextWindow,
                contact,
                issuedBy,
                issuedAt == null ? at : issuedAt,
                validUntil,
                null,
                null,
                Standing.ISSUED);
    }

    TrackingCard ended(Standing standing, @Nullable OffsetDateTime at, @Nullable UseResult result) {
        return new TrackingCard(
                cardNo,
                qr,
                caseNo,
                requesterMasked,
                matter,
                missing,
                nextWindow,
                contact,
                issuedBy,
                issuedAt,
                validUntil,
                at,
                result,
                standing);
    }
}
