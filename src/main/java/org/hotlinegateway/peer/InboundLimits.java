package org.hotlinegateway.peer;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a peer may send; beyond it the door answers 429 with Retry-After. Both can be changed while the gateway runs,
 * see {@link PeerSetting}.
 *
 * @param rate messages a second at most, over all gateways of the ledger; fractions are allowed; 0: as many as come
 * @param hallRate messages a second at most that concern one hall; 0: as many as come
 */
public record InboundLimits(
        @PositiveOrZero @DefaultValue("0") double rate,
        @PositiveOrZero @DefaultValue("0") double hallRate) {}
