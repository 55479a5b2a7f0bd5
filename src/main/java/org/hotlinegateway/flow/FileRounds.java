package org.hotlinegateway.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.hotlinegateway.attachment.AttachmentRound;
import org.hotlinegateway.attachment.OrphanSweep;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Attachments;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fetches, scans and sweeps the files of cases on threads of its own, so that a slow host keeps nothing else waiting. */
@Component
class FileRounds implements SmartLifecycle {
    private static final int HANDS = 3;
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final AttachmentRound round;
    private final OrphanSweep sweep;
    private final Attachments attachments;
    private final FlowSettings settings;
    private final Rounds rounds = new Rounds("attachments", HANDS + 1);
    private volatile Map<AttachmentState, Long> counts = Map.of();

    FileRounds(
            AttachmentRound round,
            OrphanSweep sweep,
            Attachments attachments,
            FlowSettings settings,
            MeterRegistry meters) {
        this.round = round;
        this.sweep = sweep;
        this.attachments = attachments;
        this.settings = settings;
        for (AttachmentState state : AttachmentState.values()) {
            Gauge.builder("gateway.attachments", this, self -> self.counts.getOrDefault(state, 0L))
                    .tag("state", state.name())
                    .description("files of cases, by where they stand")
                    .register(meters);
        }
    }

    @Override
    public void start() {
        rounds.start();
        for (int i = 0; i < HANDS; i++) {
            rounds.every(settings.timersEvery(), "attachments", round::run);
        }
        rounds.every(settings.sweepEvery(), "count of attachments", () -> counts = attachments.counts());
        rounds.every(SWEEP_EVERY, "sweep of attachments", sweep::run);
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    @Override
    public int getPhase() {
        return Rounds.AFTER_THE_ROUTES;
    }
}
