package org.hotlinegateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What became of an accepted message, for its sender.
 *
 * @param receipt public id of the message
 * @param messageId the sender's id, or the hash that stands for it
 * @param state RECEIVED, APPLIED, PARKED or DISCARDED
 * @param reason why it is parked or set aside
 * @param caseNo the case it belongs to, as soon as that is known
 */
@JsonInclude(Include.NON_NULL)
record ReceiptState(
        String receipt,
        String peer,
        String message,
        String messageId,
        String receivedAt,
        String state,
        @Nullable String reason,
        @Nullable String caseNo) {}
