package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reconciliation with a peer, finished or not.
 *
 * @param name what it is called: {@code daily/<peer>/<day>} or a name of its own; unique
 * @param since begin of the period, inclusive
 * @param until end of the period, exclusive
 * @param askedSince from when on the peer is asked to list: earlier than the period when something sent in it was begun earlier
 * @param cause {@code DAILY} or {@code ON_DEMAND}
 * @param tries failed tries in a row to read the peer's list
 * @param cursor where the peer's list goes on, or null at its beginning
 * @param pages pages of the peer's list read so far
 * @param entries entries of the peer's list kept so far, repeats not counted
 * @param matched entries that agree with the ledger
 * @param found differences, cured ones included
 * @param cured differences cured without a person
 * @param problem why the list could not be read, or null
 */
public record ReconcileRun(
        long id,
        String name,
        String peer,
        Instant since,
        Instant until,
        Instant askedSince,
        State state,
        String cause,
        String by,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        int tries,
        @Nullable String cursor,
        int pages,
        int entries,
        int matched,
        int found,
        int cured,
        @Nullable String problem) {

    /** How far a run is. */
    public enum State {
        /** The peer's list is being read. */
        READING,
        /** The list is whole and is being compared. */
        COMPARING,
        DONE,
        /** The list could not be read. */
        FAILED
    }
}
