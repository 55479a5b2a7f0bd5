package org.hotlinegateway.workbench;

/** How far a preview is; asked by others while it runs. */
public class PreviewProgress {
    private volatile long done;
    private volatile long total;
    private volatile boolean cancelled;

    /** How many messages and deliveries there are to look at. */
    public long total() {
        return total;
    }

    /** How many of them are done. */
    public long doneSoFar() {
        return done;
    }

    /** Stops it soon. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    void total(long number) {
        total = number;
    }

    /** By the one thread that runs the preview. */
    void done() {
        done = done + 1;
    }
}
