package org.hotlinegateway.workbench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A preview as it stands.
 *
 * @param candidate digest of the set that may be published
 * @param baseline digest of the set it is compared with
 * @param since start of the period, inclusive
 * @param until end of the period, exclusive
 * @param peer only of this peer, or null
 * @param by who asked for it
 * @param at when
 * @param done how many messages and deliveries were looked at
 * @param total how many there are; 0 before it runs
 * @param result what was found; null before the end
 */
public record PreviewView(
        String id,
        String candidate,
        String baseline,
        Instant since,
        Instant until,
        @Nullable String peer,
        String by,
        Instant at,
        State state,
        long done,
        long total,
        @Nullable PreviewResult result) {

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
