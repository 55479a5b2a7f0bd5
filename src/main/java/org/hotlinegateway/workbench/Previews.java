package org.hotlinegateway.workbench;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The previews of this gateway: one runs at a time, a few may wait, the last ones stay to be looked at. The baseline is
 * the set that was live when the preview was asked for, so that a preview tells what publishing would change.
 */
public final class Previews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int MOST_WAITING = 4;
    private static final int KEPT = 20;

    private final Recordings recordings;
    private final Reviews reviews;
    private final InstantSource clock;
    private final ExecutorService worker;
    private final Map<String, PreviewRun> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreviewRun> eldest) {
            return size() > KEPT;
        }
    };
    private int last;

    public Previews(Recordings recordings, Reviews reviews, InstantSource clock) {
        this.recordings = recordings;
        this.reviews = reviews;
        this.clock = clock;
        this.worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), Previews::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mapping-preview");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Begins a preview, or lets it wait for its turn; empty when too many wait. */
    public Optional<PreviewView> start(MappingSet baseline, MappingSet candidate, Period period, String by) {
        PreviewRun run = added(baseline, candidate, period, by);
        try {
            worker.execute(() -> run(run));
            return Optional.of(run.view());
        } catch (RejectedExecutionException full) {
            forget(run);
            return Optional.empty();
        }
    }

    private synchronized PreviewRun added(MappingSet baseline, MappingSet candidate, Period period, String by) {
        String id = "P" + clock.instant().getEpochSecond() + "-" + ++last;
        PreviewRun run = new PreviewRun(id, baseline, candidate, period, by, clock.instant());
        runs.put(id, run);
        return run;
    }

    private synchronized void forget(PreviewRun run) {
        runs.remove(run.id());
    }

    private void run(PreviewRun run) {
        try {
            run.run(recordings);
        } catch (RuntimeException e) {
            LOG.warn("preview {} broke off", run.id(), e);
        }
    }

    /** The previews of this gateway since its start, oldest first, the last ones only. */
    public synchronized List<PreviewView> all() {
        return runs.values().stream().map(PreviewRun::view).toList();
    }

    public Optional<PreviewView> find(String id) {
        return known(id).map(PreviewRun::view);
    }

    private synchronized Optional<PreviewRun> known(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Stops a preview soon; one that is over stays as it is. */
    public Optional<PreviewView> cancel(String id) {
        return known(id).map(run -> {
            run.cancel();
            return run.view();
        });
    }

    /** Keeps that somebody has looked at a preview that came to its end; empty when there is no such preview. */
    public Optional<Review> reviewed(String id, String by, String reason) {
        return find(id).filter(view -> view.result() != null && view.state() == PreviewView.State.DONE)
                .map(view -> {
                    Review review = review(view, by, reason, clock.instant());
                    reviews.keep(review);
                    return review;
                });
    }

    private static Review review(PreviewView view, String by, String reason, Instant at) {
        PreviewResult result = java.util.Objects.requireNonNull(view.result());
        return new Review(
                view.candidate(),
                view.baseline(),
                view.id(),
                view.since(),
                view.until(),
                result.compared(),
                result.changed(),
                result.failing(),
                by,
                reason,
                at);
    }

    /** Stops what runs and forgets what waits. */
    @Override
    public void close() {
        synchronized (this) {
            runs.values().forEach(PreviewRun::cancel);
        }
        worker.shutdownNow();
    }
}
