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
        return new Order(
                number,
                round,
                peer,
                dialect,
                kind,
                subjectCode,
                urgency,
                unitCode,
                coUnits,
                assignedAt,
                signedAt,
                signBefore,
                returnReason,
                returnedBeforeSigning,
                result,
                resultText,
                publicReply,
                contacted,
                factTrue);
    }

    Order assigned(
            @Nullable String unit, @Nullable List<String> helpers, OffsetDateTime at, @Nullable LocalDate signBefore) {
        return new Order(
                orderNo,
                round,
                peer,
                dialect,
                kind,
                subjectCode,
                urgency,
                unit == null ? unitCode : unit,
                helpers == null ? coUnits : helpers,
                at,
                null,
                signBefore,
                null,
                null,
                result,
                resultText,
                publicReply,
                contacted,
                factTrue);
    }

    Order signed(OffsetDateTime at) {
        return new Order(
                orderNo,
                round,
                peer,
                dialect,
                kind,
                subjectCode,
                urgency,
                unitCode,
                coUnits,
                assignedAt,
                at,
                signBefore,
                returnReason,
                returnedBeforeSigning,
                result,
                resultText,
                publicReply,
                contacted,
                factTrue);
    }

    Order returning(String reason, boolean beforeSigning) {
        return new Order(
                orderNo,
                round,
                peer,
                dialect,
                kind,
                subjectCode,
                urgency,
                unitCode,
                coUnits,
                assignedAt,
                signedAt,
                signBefore,
                reason,
                beforeSigning,
                result,
                resultText,
                publicReply,
                contacted,
                factTrue);
    }

    Order withResult(
            @Nullable Outcome outcome,
            @Nullable String text,
            @Nullable String reply,
            @Nullable Boolean requesterContacted,
            @Nullable Boolean isFactTrue) {
        return new Order(
                orderNo,
                round,
                peer,
                dialect,
                kind,
                subjectCode,
                urgency,
                unitCode,
                coUnits,
                assignedAt,
                signedAt,
                signBefore,
                returnReason,
                returnedBeforeSigning,
                outcome,
                text,
                reply,
                requesterContacted,
                isFactTrue);
    }

    Order redone(String number, int nextRound, OffsetDateTime at, @Nullable LocalDate signUntil) {
        return new Order(
                number,
                nextRound,
                peer,
                dialect,
                Kind.REDO,
                subjectCode,
                urgency,
                unitCode,
                coUnits,
                at,
                null,
                signUntil,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
