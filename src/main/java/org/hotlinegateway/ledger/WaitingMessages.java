package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parked messages that wait on the same key for the same reason.
 *
 * @param waitingOn the key whose release makes them ready again
 * @param receipts a few of their receipts
 */
public record WaitingMessages(
        String waitingOn,
        String peer,
        String name,
        @Nullable String reason,
        long count,
        Instant first,
        Instant last,
        List<String> receipts) {}
