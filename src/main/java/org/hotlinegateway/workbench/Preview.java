package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.ledger.Recorded.Place;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.vault.DoesNotOpen;
import org.hotlinegateway.workbench.Comparison.Subject;

/**
 * Converts the recorded messages, deliveries and answers of a period once more, by a baseline and by a candidate set.
 * Reads page by page, so that the length of the period costs time and no memory.
 */
public final class Preview {
    private static final int PAGE = 100;

    private final Recordings recordings;
    private final Function<Conversion, Optional<MappingSet>> baseline;
    private final MappingSet candidate;
    private final Period period;

    /** @param baseline the set to compare with, of each conversion; empty when it is not kept */
    public Preview(
            Recordings recordings,
            Function<Conversion, Optional<MappingSet>> baseline,
            MappingSet candidate,
            Period period) {
        this.recordings = recordings;
        this.baseline = baseline;
        this.candidate = candidate;
        this.period = period;
    }

    /** A page of what was recorded, after a place. */
    private interface Pages {
        List<Recorded> after(Period period, Place place, int limit);
    }

    /** Runs to the end, or until it is cancelled; then the result tells what was done so far. */
    public PreviewResult run(PreviewProgress progress) {
        Comparison comparison = new Comparison();
        progress.total(recordings.countRecorded(period));
        compare(recordings::recordedMessages, comparison, progress);
        compare(recordings::recordedDeliveries, comparison, progress);
        return comparison.result();
    }

    private void compare(Pages pages, Comparison comparison, PreviewProgress progress) {
        Place place = Place.startOf(period);
        List<Recorded> page;
        do {
            page = pages.after(period, place, PAGE);
            for (Recorded recorded : page) {
                if (progress.isCancelled()) {
                    return;
                }
                compare(recorded, comparison);
                progress.done();
                place = recorded.place();
            }
        } while (page.size() == PAGE);
    }

    private void compare(Recorded recorded, Comparison comparison) {
        if (!recorded.opens()) {
            comparison.addUnreadable();
        }
        for (Conversion conversion : recorded.conversions()) {
            if (recorded.isFirstOf(conversion)) {
                compare(recorded, conversion, comparison);
            }
        }
    }

    private void compare(Recorded recorded, Conversion conversion, Comparison comparison) {
        try {
            Subject subject = subject(recorded, conversion);
            comparison.add(baseline.apply(conversion).orElse(null), candidate, subject);
        } catch (DoesNotOpen ofItsBatch) {
            comparison.addUnreadable();
        }
    }

    private Subject subject(Recorded recorded, Conversion conversion) {
        String kind = recorded.kind().name().toLowerCase(Locale.ROOT);
        return new Subject(
                kind + " " + recorded.id(),
                conversion.mapping(),
                recorded.sourceOf(conversion, recordings),
                Replay.context(conversion));
    }
}
