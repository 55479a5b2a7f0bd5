package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted message as kept.
 *
 * @param id number in the ledger, rising
 * @param receipt public id
 * @param raw the bytes exactly as received, or null when they do not open any more
 * @param reason why it is parked or discarded, else null
 * @param waitingOn the key it waits on, else null
 * @param mappingDigest mapping set that converted it last, null before that
 * @param copyId number of the approved copy that is decided in place of the raw bytes, or null
 */
public record StoredMessage(
        long id,
        String receipt,
        String peer,
        String name,
        String messageKey,
        String lane,
        byte @Nullable [] raw,
        String contentType,
        String payloadHash,
        Instant receivedAt,
        MessageState state,
        @Nullable String reason,
        @Nullable String waitingOn,
        @Nullable String mappingDigest,
        @Nullable Long copyId) {}
