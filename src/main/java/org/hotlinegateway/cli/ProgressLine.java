package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotlinegateway.workbench.PreviewProgress;

/** Tells every two seconds how far a preview is. */
final class ProgressLine implements AutoCloseable {
    private static final long SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });

    ProgressLine(PreviewProgress progress, PrintWriter out) {
        clock.scheduleAtFixedRate(
                () -> out.println(progress.doneSoFar() + " of " + progress.total()),
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
