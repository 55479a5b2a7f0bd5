package org.hotlinegateway.flow;

import org.hotlinegateway.delivery.ReconcilePlan;
import org.hotlinegateway.delivery.Reconciler;
import org.springframework.context.SmartLifecycle;

/** Begins the daily reconciliations and works on all that are due, on a thread of its own. */
final class ReconcileRound implements SmartLifecycle {
    private final ReconcilePlan plan;
    private final Reconciler reconciler;
    private final ReconcileSettings settings;
    private final Rounds rounds = new Rounds("reconciliation", 1);

    ReconcileRound(ReconcilePlan plan, Reconciler reconciler, ReconcileSettings settings) {
        this.plan = plan;
        this.reconciler = reconciler;
        this.settings = settings;
    }

    @Override
    public void start() {
        rounds.start();
        rounds.every(settings.lookEvery(), "reconciliation", this::round);
    }

    private void round() {
        plan.look();
        reconciler.work();
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
