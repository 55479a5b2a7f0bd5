package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next version of an order: whatever is not set stays as it was. */
final class OrderDraft {
    private final Order before;

    @Nullable
    String orderNo;

    int round;
    Order.Kind kind;

    @Nullable
    String unitCode;

    @Nullable
    List<String> coUnits;

    @Nullable
    OffsetDateTime assignedAt;

    @Nullable
    OffsetDateTime signedAt;

    @Nullable
    LocalDate signBefore;

    @Nullable
    String returnReason;

    @Nullable
    Boolean returnedBeforeSigning;

    Order.@Nullable Outcome result;

    @Nullable
    String resultText;

    @Nullable
    String publicReply;

    @Nullable
    Boolean contacted;

    @Nullable
    Boolean factTrue;

    OrderDraft(Order before) {
        this.before = before;
        this.orderNo = before.orderNo();
        this.round = before.round();
        this.kind = before.kind();
        this.unitCode = before.unitCode();
        this.coUnits = before.coUnits();
        this.assignedAt = before.assignedAt();
        this.signedAt = before.signedAt();
        this.signBefore = before.signBefore();
        this.returnReason = before.returnReason();
        this.returnedBeforeSigning = before.returnedBeforeSigning();
        this.result = before.result();
        this.resultText = before.resultText();
        this.publicReply = before.publicReply();
        this.contacted = before.contacted();
        this.factTrue = before.factTrue();
    }

    /** A unit holds it from now on; what the one before did with it is over. */
    void assignedAnew(OffsetDateTime at, @Nullable LocalDate until) {
        assignedAt = at;
        signBefore = until;
        signedAt = null;
        returnReason = null;
        returnedBeforeSigning = null;
    }

    Order order() {
        return new Order(
                orderNo,
                round,
                before.peer(),
                before.dialect(),
                kind,
                before.subjectCode(),
                before.urgency(),
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
}
