package org.hotlinegateway.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Settlement;

/** Counts attempts per peer and outcome, and times them. */
final class DeliveryMeters {
    private final MeterRegistry meters;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void settled(ClaimedDelivery claimed, Settlement settlement) {
        String peer = claimed.peer();
        Timer.builder("gateway.attempts")
                .tag("peer", peer)
                .tag("outcome", settlement.outcome().name().toLowerCase(Locale.ROOT))
                .register(meters)
                .record(settlement.took());
        if (settlement.next() == DeliveryState.ACKNOWLEDGED) {
            meters.counter("gateway.delivered", "peer", peer).increment();
        } else if (settlement.next() == DeliveryState.HELD) {
            meters.counter("gateway.held", "peer", peer).increment();
        }
    }
}
