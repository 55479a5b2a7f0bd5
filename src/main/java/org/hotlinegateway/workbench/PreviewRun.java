package org.hotlinegateway.workbench;

import java.time.Instant;
import java.util.Optional;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.PreviewView.State;
import org.jspecify.annotations.Nullable;

/** One preview from being asked for to being forgotten. */
final class PreviewRun {
    private final String id;
    private final MappingSet baseline;
    private final MappingSet candidate;
    private final Period period;
    private final String by;
    private final Instant at;
    private final PreviewProgress progress = new PreviewProgress();
    private volatile State state = State.WAITING;
    private volatile @Nullable PreviewResult result;

    PreviewRun(String id, MappingSet baseline, MappingSet candidate, Period period, String by, Instant at) {
        this.id = id;
        this.baseline = baseline;
        this.candidate = candidate;
        this.period = period;
        this.by = by;
        this.at = at;
    }

    String id() {
        return id;
    }

    void run(Recordings recordings) {
        if (progress.isCancelled()) {
            state = State.CANCELLED;
            return;
        }
        state = State.RUNNING;
        State end = State.FAILED;
        try {
            result = new Preview(recordings, conversion -> Optional.of(baseline), candidate, period).run(progress);
            end = progress.isCancelled() ? State.CANCELLED : State.DONE;
        } finally {
            state = end;
        }
    }

    void cancel() {
        progress.cancel();
    }

    PreviewView view() {
        State now = state;
        return new PreviewView(
                id,
                candidate.digest(),
                baseline.digest(),
                period.since(),
                period.until(),
                period.peer(),
                by,
                at,
                now,
                progress.doneSoFar(),
                progress.total(),
                now == State.DONE || now == State.CANCELLED ? result : null);
    }
}
