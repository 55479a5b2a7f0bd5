package org.hotlinegateway.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a peer is sent to by this gateway at this moment.
 *
 * @param since when the state began
 * @param until when it ends by itself (a window, a probe), or null
 * @param rate requests a second in force here, 0: no limit
 * @param concurrency requests in flight in force here, 0: no limit
 * @param inFlight requests in flight here
 * @param waiting deliveries that were rung for and wait here until they may go
 * @param lastMinute requests begun here in the last minute
 * @param failures failed requests in a row
 */
public record PeerStatus(
        String peer,
        PeerState state,
        Instant since,
        @Nullable Instant until,
        double rate,
        int concurrency,
        int inFlight,
        int waiting,
        long lastMinute,
        int failures) {}
