package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hotline's own record for a case; redo rounds add orders.
 *
 * @param orderNo opaque; absent until the hotline gave it
 * @param peer who holds it
 * @param dialect in which message format
 * @param publicReply separate from the internal {@code resultText}
 */
public record Order(
        @Nullable String orderNo,
        int round,
        String peer,
        String dialect,
        Kind kind,
        @Nullable String subjectCode,
        @Nullable Urgency urgency,
        @Nullable String unitCode,
        @Nullable List<String> coUnits,
        @Nullable OffsetDateTime assignedAt,
        @Nullable OffsetDateTime signedAt,
        @Nullable LocalDate signBefore,
        @Nullable String returnReason,
        @Nullable Boolean returnedBeforeSigning,
        @Nullable Outcome result,
        @Nullable String resultText,
        @Nullable String publicReply,
        @Nullable Boolean contacted,
        @Nullable Boolean factTrue) {
    /** Why the hotline holds it. */
    public enum Kind {
        COORDINATION,
        FUNCTIONAL_TRANSFER,
        INFORMATION,
        OVERSIGHT,
        REDO
    }

    /** How fast. */
    public enum Urgency {
        NORMAL,
        URGENT,
        EMERGENCY
    }

    /** What was achieved. */
    public enum Outcome {
        SOLVED,
        UNSOLVED,
        PARTLY,
        RETURNED,
        EXPLAINED
    }

    static Order at(String peer, String dialect, Kind kind, Urgency urgency, String unitCode) {
        return new Order(
                null, 1, peer, dialect, kind, null, urgency, unitCode, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    Order linked(String number) {
        OrderDraft next = new OrderDraft(this);
        next.orderNo = number;
        return next.order();
    }

    Order assigned(
            @Nullable String unit, @Nullable List<String> helpers, OffsetDateTime at, @Nullable LocalDate signBefore) {
        OrderDraft next = new OrderDraft(this);
        next.unitCode = unit == null ? unitCode : unit;
        next.coUnits = helpers == null ? coUnits : helpers;
        next.assignedAnew(at, signBefore);
        return next.order();
    }

    Order signed(OffsetDateTime at) {
        OrderDraft next = new OrderDraft(this);
        next.signedAt = at;
        return next.order();
    }

    Order returning(String reason, boolean beforeSigning) {
        OrderDraft next = new OrderDraft(this);
        next.returnReason = reason;
        next.returnedBeforeSigning = beforeSigning;
        return next.order();
    }

    Order withResult(
            @Nullable Outcome outcome,
            @Nullable String text,
            @Nullable String reply,
            @Nullable Boolean requesterContacted,
            @Nullable Boolean isFactTrue) {
        OrderDraft next = new OrderDraft(this);
        next.result = outcome;
        next.resultText = text;
        next.publicReply = reply;
        next.contacted = requesterContacted;
        next.factTrue = isFactTrue;
        return next.order();
    }

    Order redone(String number, int nextRound, OffsetDateTime at, @Nullable LocalDate signUntil) {
        OrderDraft next = new OrderDraft(withResult(null, null, null, null, null));
        next.orderNo = number;
        next.round = nextRound;
        next.kind = Kind.REDO;
        next.assignedAnew(at, signUntil);
        return next.order();
    }
}
