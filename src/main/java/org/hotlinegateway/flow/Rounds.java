package org.hotlinegateway.flow;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on threads of its own, from start to stop; after a fault it is tried again. */
final class Rounds {
    /** Phase of what runs by the clock: it stops after the routes and before the ledger. */
    static final int AFTER_THE_ROUTES = Integer.MAX_VALUE - 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long STOP_WAIT_SECONDS = 10;

    private final String name;
    private final int threads;
    private volatile ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor();

    Rounds(String name, int threads) {
        this.name = name;
        this.threads = threads;
        this.hands.shutdown();
    }

    void start() {
        hands = Executors.newScheduledThreadPool(threads, this::thread);
    }

    /** Does the work after each pause from now on. */
    void every(Duration pause, String what, Runnable work) {
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

    /** Lets what is at work finish. */
    void stop() {
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

    boolean isRunning() {
        return !hands.isShutdown();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
