package org.hotlinegateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a peer may see of a case: where it stands, never who brought it or what they said. Times are Beijing time with
 * offset.
 *
 * @param deadline end of the time limit, absent while no clock runs
 * @param orders the hotline's orders, oldest first
 * @param timeline what happened, in sequence
 * @param deliveries what each peer was told
 */
@JsonInclude(Include.NON_NULL)
record CaseSummary(
        String caseNo,
        String state,
        @Nullable String deadline,
        List<OrderLine> orders,
        List<TimelineLine> timeline,
        List<DeliveryLine> deliveries) {

    /** One order. */
    @JsonInclude(Include.NON_NULL)
    record OrderLine(@Nullable String orderNo, int round, String peer, String kind) {}

    /** One entry of the history. */
    @JsonInclude(Include.NON_NULL)
    record TimelineLine(
            int seq,
            String type,
            String at,
            String state,
            boolean late,
            @Nullable String note) {}

    /** One event told to one peer. */
    @JsonInclude(Include.NON_NULL)
    record DeliveryLine(
            String peer,
            int seq,
            String type,
            String state,
            int attempts,
            @Nullable String peerReference) {}
}
