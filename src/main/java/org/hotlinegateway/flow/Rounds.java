package org.hotlinegateway.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done again and again on threads of its own, while the routes run; after a fault it is tried again. It stops
 * after the routes and before the ledger.
 */
final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AFTER_THE_ROUTES = Integer.MAX_VALUE - 10_000;
    private static final long STOP_WAIT_SECONDS = 3;

    private final String name;
    private final int threads;
    private final List<Round> rounds = new ArrayList<>();
    private Runnable first = () -> {};
    private volatile @Nullable ScheduledExecutorService hands;

    private record Round(Duration pause, String what, Runnable work) {
        /** A task that throws would never run again. */
        void guarded() {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("{} failed, again soon", what, e);
            }
        }
    }

    /**
     * @param name name of its threads
     * @param threads how many rounds may be at work at once
     */
    Rounds(String name, int threads) {
        this.name = name;
        this.threads = threads;
    }

    /** Does this once at the start, before any round; the gateway does not start when it fails. */
    Rounds first(Runnable work) {
        first = work;
        return this;
    }

    /** Does the work after each pause. */
    Rounds every(Duration pause, String what, Runnable work) {
        rounds.add(new Round(pause, what, work));
        return this;
    }

    @Override
    public void start() {
        first.run();
        ScheduledExecutorService fresh = Executors.newScheduledThreadPool(threads, this::thread);
        for (Round round : rounds) {
            long millis = round.pause().toMillis();
            fresh.scheduleWithFixedDelay(round::guarded, millis, millis, TimeUnit.MILLISECONDS);
        }
        hands = fresh;
    }

    /** Beside the other rounds: together they wait no longer than one. */
    @Override
    public void stop(Runnable done) {
        new Thread(
                        () -> {
                            try {
                                stop();
                            } finally {
                                done.run();
                            }
                        },
                        name + "-stop")
                .start();
    }

    /** Lets what is at work finish, but waits for no peer that hangs. */
    @Override
    public void stop() {
        ScheduledExecutorService stopping = hands;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(STOP_WAIT_SECONDS, TimeUnit.SECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hands = null;
    }

    @Override
    public boolean isRunning() {
        return hands != null;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_ROUTES;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
