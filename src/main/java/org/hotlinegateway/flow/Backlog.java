package org.hotlinegateway.flow;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.intake.DoorPressure;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerBalance;
import org.hotlinegateway.ledger.LedgerBalance.Lane;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.peer.Peers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows what is accepted and not yet delivered: per peer and state how many, and how old the oldest is. */
@Component
class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final Ledger ledger;
    private final Casework casework;
    private final DoorPressure door;
    private final Clock clock;
    private final MultiGauge messages;
    private final MultiGauge deliveries;
    private final MultiGauge oldest;
    private volatile long overdue;

    Backlog(Ledger ledger, Casework casework, DoorPressure door, Peers peers, Clock clock, MeterRegistry meters) {
        this.ledger = ledger;
        this.casework = casework;
        this.door = door;
        this.clock = clock;
        this.messages = MultiGauge.builder("gateway.messages").register(meters);
        this.deliveries = MultiGauge.builder("gateway.deliveries").register(meters);
        this.oldest = MultiGauge.builder("gateway.deliveries.oldest")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("gateway.messages.overdue", () -> overdue).register(meters);
        Gauge.builder("gateway.door.full", () -> door.isFull() ? 1 : 0).register(meters);
        peers.all().forEach(peer -> counter(peer.code()).register(meters));
    }

    private FunctionCounter.Builder<DoorPressure> counter(String peer) {
        return FunctionCounter.builder("gateway.door.turned.away", door, pressure -> pressure.turnedAway(peer))
                .tag("peer", peer);
    }

    /** Takes the figures anew. */
    void look() {
        LedgerBalance balance = ledger.open();
        List<Row<?>> byState = new ArrayList<>();
        balance.messages().forEach((state, count) -> byState.add(Row.of(Tags.of("state", lower(state)), count)));
        messages.register(byState, true);
        deliveries.register(rows(balance, Lane::count), true);
        oldest.register(rows(balance, lane -> age(lane.oldest())), true);
        door.backlog(balance.messages().getOrDefault(MessageState.RECEIVED, 0L), undelivered(balance));
        escalate(casework.overdue());
    }

    private static long undelivered(LedgerBalance balance) {
        return balance.deliveries().stream()
                .filter(lane -> lane.state() != DeliveryState.HELD)
                .mapToLong(Lane::count)
                .sum();
    }

    /** Callbacks whose order never came are a person's by now. */
    private void escalate(long now) {
        if (now > overdue) {
            LOG.warn("{} parked messages have waited too long for their order or case, look at the parked list", now);
        }
        overdue = now;
    }

    private static List<Row<?>> rows(LedgerBalance balance, ToDoubleFunction<Lane> figure) {
        List<Row<?>> rows = new ArrayList<>();
        for (Lane lane : balance.deliveries()) {
            Tags tags = Tags.of("peer", lane.peer(), "state", lower(lane.state()));
            rows.add(Row.of(tags, figure.applyAsDouble(lane)));
        }
        return rows;
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
