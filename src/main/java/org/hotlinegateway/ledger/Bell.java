package org.hotlinegateway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings on its own thread, so that a slow broker never holds up a commit. What does not fit is left to the sweep. */
final class Bell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final int AT_ONCE = 256;

    private final BlockingQueue<Ring> waiting = new ArrayBlockingQueue<>(50_000);
    private final Thread thread = new Thread(this::run, "ledger-bell");
    private volatile @Nullable Ringer ringer;
    private volatile boolean open = true;

    Bell() {
        thread.setDaemon(true);
        thread.start();
    }

    void ringer(Ringer newRinger) {
        ringer = newRinger;
    }

    void ring(List<Ring> rings) {
        if (ringer != null) {
            rings.forEach(waiting::offer);
        }
    }

    private void run() {
        List<Ring> rings = new ArrayList<>();
        while (open) {
            try {
                Ring first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    rings.add(first);
                    waiting.drainTo(rings, AT_ONCE);
                    pass(List.copyOf(rings));
                    rings.clear();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pass(List<Ring> rings) {
        Ringer current = ringer;
        if (current == null) {
            return;
        }
        try {
            current.ring(rings);
        } catch (RuntimeException e) {
            LOG.warn("{} rings were lost, the sweep rings again: {}", rings.size(), e.toString());
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
