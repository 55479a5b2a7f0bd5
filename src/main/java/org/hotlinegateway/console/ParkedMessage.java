package org.hotlinegateway.console;

import java.time.Instant;
import org.hotlinegateway.ledger.StoredMessage;
import org.jspecify.annotations.Nullable;

/**
 * A parked message as staff see it: everything but its contents.
 *
 * @param needsPerson nothing will release it by itself, or it has waited longer than the policy's {@code parkingHours}
 */
record ParkedMessage(
        long id,
        String receipt,
        String peer,
        String name,
        String lane,
        Instant receivedAt,
        @Nullable String reason,
        @Nullable String waitingOn,
        boolean needsPerson) {

    static ParkedMessage of(StoredMessage message, boolean needsPerson) {
        return new ParkedMessage(
                message.id(),
                message.receipt(),
                message.peer(),
                message.name(),
                message.lane(),
                message.receivedAt(),
                message.reason(),
                message.waitingOn(),
                needsPerson);
    }
}
