package org.hotlinegateway.flow;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What happens by the clock: the sweep that rings for work nobody was told of (and forgets old nonces), due timers, and
 * the backlog's figures. Stops after the routes and before the ledger.
 */
@Component
class Clockwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final int AFTER_THE_ROUTES = Integer.MAX_VALUE - 10_000;
    private static final long STOP_WAIT_SECONDS = 10;

    private final Ledger ledger;
    private final Casework casework;
    private final Backlog backlog;
    private final FlowSettings settings;
    private volatile ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor();

    Clockwork(Ledger ledger, Casework casework, Backlog backlog, FlowSettings settings) {
        this.ledger = ledger;
        this.casework = casework;
        this.backlog = backlog;
        this.settings = settings;
        this.hands.shutdown();
    }

    @Override
    public void start() {
        hands = Executors.newScheduledThreadPool(2, Clockwork::thread);
        every(settings.sweepEvery(), "sweep", ledger::sweep);
        every(settings.timersEvery(), "timers", casework::fireTimers);
        every(settings.sweepEvery(), "backlog", backlog::look);
    }

    @Override
    public void stop() {
        ExecutorService stopping = hands;
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(STOP_WAIT_SECONDS, TimeUnit.SECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !hands.isShutdown();
    }

    @Override
    public int getPhase() {
        return AFTER_THE_ROUTES;
    }

    private void every(Duration pause, String what, Runnable work) {
        long millis = pause.toMillis();
        hands.scheduleWithFixedDelay(() -> guarded(what, work), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A task that throws would never run again. */
    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed, again soon", what, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "clockwork");
        thread.setDaemon(true);
        return thread;
    }
}
