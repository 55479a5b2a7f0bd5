package org.hotlinegateway.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.hotlinegateway.ledger.LedgerRoom;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Tells when the ledger's disk has no room for new messages. An alarm, but no reason to take the gateway out of service:
 * it answers questions and delivers as before.
 */
@Component("storage")
class LedgerHealth extends AbstractHealthIndicator {
    private final LedgerRoom room;

    LedgerHealth(LedgerRoom room, MeterRegistry meters) {
        this.room = room;
        Gauge.builder("gateway.ledger.refusing", () -> room.isOpen() ? 0 : 1)
                .description("1 while the disk has no room for new messages")
                .register(meters);
        Gauge.builder("gateway.ledger.free", () -> room.free().orElse(-1))
                .description("room on the ledger's disk; -1 when it lies elsewhere")
                .baseUnit("bytes")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(room.isOpen() ? "UP" : "OUT_OF_SERVICE")
                .withDetail("takesNewMessages", room.isOpen())
                .withDetail("keepFree", room.mark());
        room.free().ifPresent(free -> health.withDetail("free", free));
    }
}
