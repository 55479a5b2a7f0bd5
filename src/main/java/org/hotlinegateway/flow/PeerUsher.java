package org.hotlinegateway.flow;

import java.time.Duration;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.delivery.SharedLimits;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Calls the deliveries that wait for their peer when they may go, and follows what staff set at any gateway. */
@Component
class PeerUsher implements SmartLifecycle {
    private static final Duration CALL_EVERY = Duration.ofMillis(100);
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final SharedLimits limits;
    private final PeerMeters meters;
    private final Rounds rounds = new Rounds("usher", 2);

    PeerUsher(Lanes lanes, SharedLimits limits, PeerMeters meters) {
        this.lanes = lanes;
        this.limits = limits;
        this.meters = meters;
    }

    @Override
    public void start() {
        limits.follow();
        rounds.start();
        rounds.every(CALL_EVERY, "calling deliveries that wait for a peer", lanes::callWaiting);
        rounds.every(FOLLOW_EVERY, "following the limits of peers", limits::follow);
        rounds.every(FOLLOW_EVERY, "figures of peers", () -> meters.show(lanes.peers()));
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
