package org.hotlinegateway.flow;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.mapping.LiveMappings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after the mappings folder, and lets what waits for a table try again under every set that goes live: twice,
 * because a message that met the old set may be parked a moment after the first time.
 */
@Component
class MappingWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MappingWatch.class);
    private static final int AFTER_THE_ROUTES = Integer.MAX_VALUE - 10_000;
    private static final int RELEASES = 2;
    private static final long STOP_WAIT_SECONDS = 10;

    private final LiveMappings mappings;
    private final Unmapped unmapped;
    private final MappingSettings settings;
    private volatile ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private String released = "";
    private int releasesLeft;

    MappingWatch(LiveMappings mappings, Unmapped unmapped, MappingSettings settings) {
        this.mappings = mappings;
        this.unmapped = unmapped;
        this.settings = settings;
        this.thread.shutdown();
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread watch = new Thread(work, "mapping-watch");
            watch.setDaemon(true);
            return watch;
        });
        long millis = settings.lookEvery().toMillis();
        thread.scheduleWithFixedDelay(this::guarded, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void guarded() {
        try {
            if (settings.reload()) {
                mappings.look();
            }
            release();
        } catch (RuntimeException e) {
            LOG.warn("the mapping files could not be followed, again soon", e);
        }
    }

    private void release() {
        String live = mappings.live().digest();
        if (!live.equals(released)) {
            released = live;
            releasesLeft = RELEASES;
        }
        if (releasesLeft > 0) {
            int count = unmapped.release(live);
            releasesLeft--;
            if (count > 0) {
                LOG.info("mapping set {}: {} messages and deliveries try again", live, count);
            }
        }
    }

    @Override
    public void stop() {
        ExecutorService stopping = thread;
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
        return !thread.isShutdown();
    }

    @Override
    public int getPhase() {
        return AFTER_THE_ROUTES;
    }
}
