package org.hotlinegateway.flow;

import org.hotlinegateway.delivery.DeskSettings;
import org.hotlinegateway.delivery.DeskWorker;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the desk work off its selections while the routes run. Stops after the routes and before the ledger. */
@Component
class DeskClock implements SmartLifecycle {
    private final DeskWorker worker;
    private final DeskSettings settings;
    private final Rounds rounds = new Rounds("desk", 1);

    DeskClock(DeskWorker worker, DeskSettings settings) {
        this.worker = worker;
        this.settings = settings;
    }

    @Override
    public void start() {
        rounds.start();
        rounds.every(settings.every(), "desk", worker::work);
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
