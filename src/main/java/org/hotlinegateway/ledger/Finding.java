package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the ledger and a peer's list; one for each peer, kind and key, however often it is found.
 *
 * @param key the key under which the thing was sent
 * @param deliveryId our delivery, or null where we have none
 * @param at when it was sent or taken
 * @param ours state and number as the ledger has them, or null
 * @param theirs state and number as the peer has them, or null
 * @param differs the fields that differ, separated by commas, or null
 * @param event what the peer's acknowledgement would be for the case, as JSON, or null
 * @param cure what was done without a person, or {@code DESK}
 * @param firstRun the run that found it first
 * @param lastRun the run that found it last
 * @param doneBy who decided, or {@code reconciliation}
 */
public record Finding(
        long id,
        String peer,
        Kind kind,
        String key,
        @Nullable Long deliveryId,
        @Nullable String caseNo,
        Instant at,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String differs,
        @Nullable String event,
        State state,
        Cure cure,
        long firstRun,
        long lastRun,
        Instant foundAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String reason) {

    /** On which side something is missing or otherwise. */
    public enum Kind {
        OURS_ONLY,
        THEIRS_ONLY,
        DIFFERENT
    }

    /** What became of a finding. */
    public enum State {
        /** Waits for a person. */
        OPEN,
        /** Cured by policy; when a later run finds it again, it is a person's. */
        CURED,
        /** A person cured it. */
        DECIDED,
        /** A person said that it may stay so. */
        DISMISSED,
        /** A later run over the same time no longer found it. */
        GONE
    }

    /** What can be done about a finding. */
    public enum Cure {
        /** Nothing by itself. */
        DESK,
        /** Our delivery goes again, under its key. */
        RESEND,
        /** The peer has it: our delivery is acknowledged by its list. */
        ADOPT
    }

    /** The peer's number in {@code <state> <number>}, as {@link #theirs} is written; of several none. */
    public @Nullable String theirNumber() {
        int space = theirs == null || theirs.contains(",") ? -1 : theirs.indexOf(' ');
        return theirs == null || space < 0 ? null : theirs.substring(space + 1);
    }
}
