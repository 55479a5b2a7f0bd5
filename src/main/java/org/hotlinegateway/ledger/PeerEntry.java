package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a peer's list of what it has from us.
 *
 * @param key the key under which we sent it
 * @param number the peer's number, or null
 * @param state {@code ACKNOWLEDGED} when the peer has taken it, else what it says instead
 * @param at when the peer took it, or null when it does not say
 * @param event the event that its acknowledgement would have been for the case, as JSON with type and payload, or null
 */
public record PeerEntry(
        String key,
        @Nullable String number,
        String state,
        @Nullable Instant at,
        @Nullable String event) {
    public static final String ACKNOWLEDGED = "ACKNOWLEDGED";
}
