package org.hotlinegateway.flow;

import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.ledger.Ledger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What happens by the clock: the sweep that rings for work nobody was told of (and forgets old nonces), due timers, and
 * the backlog's figures. Stops after the routes and before the ledger.
 */
@Component
class Clockwork implements SmartLifecycle {
    private final Ledger ledger;
    private final Casework casework;
    private final Backlog backlog;
    private final FlowSettings settings;
    private final Rounds rounds = new Rounds("clockwork", 2);

    Clockwork(Ledger ledger, Casework casework, Backlog backlog, FlowSettings settings) {
        this.ledger = ledger;
        this.casework = casework;
        this.backlog = backlog;
        this.settings = settings;
    }

    @Override
    public void start() {
        rounds.start();
        rounds.every(settings.sweepEvery(), "sweep", ledger::sweep);
        rounds.every(settings.timersEvery(), "timers", casework::fireTimers);
        rounds.every(settings.sweepEvery(), "backlog", backlog::look);
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
