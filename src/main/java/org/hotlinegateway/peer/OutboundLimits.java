package org.hotlinegateway.peer;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a peer is spared. All of it can be changed while the gateway runs, see {@link PeerSetting}.
 *
 * @param rate requests a second at most, over all gateways of the ledger; fractions are allowed; 0: as fast as it answers
 * @param concurrency requests in flight at most, over all gateways of the ledger; 0: as many as there are readers
 * @param drainRate requests a second while the backlog after an outage is worked off; 0: as {@code rate}
 * @param failures failed requests in a row after which the peer is left alone
 * @param longestPause the longest wait between two probes of a peer that is left alone; the first is a second
 * @param maintenance when nothing is sent, see {@link MaintenanceWindow#parse}
 */
public record OutboundLimits(
        @PositiveOrZero @DefaultValue("0") double rate,
        @PositiveOrZero @DefaultValue("0") int concurrency,
        @PositiveOrZero @DefaultValue("0") double drainRate,
        @Min(1) @DefaultValue("5") int failures,
        @DefaultValue("32s") Duration longestPause,
        @DefaultValue List<MaintenanceWindow> maintenance) {}
