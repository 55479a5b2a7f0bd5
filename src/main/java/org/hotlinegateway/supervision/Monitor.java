package org.hotlinegateway.supervision;

import java.time.Instant;
import java.util.List;
import org.hotlinegateway.ledger.Watched;
import org.jspecify.annotations.Nullable;

/**
 * What one standing monitor sees.
 *
 * @param name stable name, for example {@code no-number}
 * @param title what it watches, in Chinese
 * @param oldest since when the oldest has been so
 * @param alarmAt how many make an alarm; 0 for never
 * @param problem why it cannot look, or null
 */
public record Monitor(
        String name,
        String title,
        long count,
        @Nullable Instant oldest,
        List<Watched.Item> items,
        int alarmAt,
        @Nullable String problem) {

    /** Whether there are enough to alarm. */
    public boolean isAlarming() {
        return alarmAt > 0 && count >= alarmAt;
    }

    static Monitor of(String name, String title, Watched seen, int alarmAt) {
        return new Monitor(name, title, seen.count(), seen.oldest(), seen.items(), alarmAt, null);
    }

    static Monitor blind(String name, String title, String problem) {
        return new Monitor(name, title, 0, null, List.of(), 0, problem);
    }
}
