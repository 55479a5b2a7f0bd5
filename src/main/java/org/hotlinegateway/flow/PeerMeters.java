package org.hotlinegateway.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hotlinegateway.delivery.PeerStatus;
import org.springframework.stereotype.Component;

/** How peers are sent to, as metrics: state, requests in flight, deliveries that wait, the rate in force. */
@Component
final class PeerMeters {
    private final MultiGauge state;
    private final MultiGauge inFlight;
    private final MultiGauge waiting;
    private final MultiGauge rate;

    PeerMeters(MeterRegistry meters) {
        this.state = MultiGauge.builder("gateway.peer.state").register(meters);
        this.inFlight = MultiGauge.builder("gateway.peer.inflight").register(meters);
        this.waiting = MultiGauge.builder("gateway.peer.waiting").register(meters);
        this.rate = MultiGauge.builder("gateway.peer.rate.limit").register(meters);
    }

    void show(List<PeerStatus> peers) {
        state.register(rows(peers, PeerMeters::named, peer -> 1), true);
        inFlight.register(rows(peers, PeerMeters::tags, PeerStatus::inFlight), true);
        waiting.register(rows(peers, PeerMeters::tags, PeerStatus::waiting), true);
        rate.register(rows(peers, PeerMeters::tags, PeerStatus::rate), true);
    }

    private static List<Row<?>> rows(
            List<PeerStatus> peers, Function<PeerStatus, Tags> tags, ToDoubleFunction<PeerStatus> figure) {
        return peers.stream()
                .<Row<?>>map(peer -> Row.of(tags.apply(peer), figure.applyAsDouble(peer)))
                .toList();
    }

    private static Tags tags(PeerStatus peer) {
        return Tags.of("peer", peer.peer());
    }

    private static Tags named(PeerStatus peer) {
        return Tags.of("peer", peer.peer(), "state", peer.state().name().toLowerCase(Locale.ROOT));
    }
}
