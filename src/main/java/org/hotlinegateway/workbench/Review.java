package org.hotlinegateway.workbench;

import java.time.Instant;

/**
 * Somebody has looked at what a mapping set would make of recorded traffic, and vouches for it.
 *
 * @param digest the candidate set
 * @param baseline the set it was compared with
 * @param preview number of the preview
 * @param since start of the period, inclusive
 * @param until end of the period, exclusive
 * @param compared how many recorded conversions were run again
 * @param changed how many of them come out otherwise
 * @param failing how many of them fail that did not
 * @param by who looked
 * @param reason what they say of it
 */
public record Review(
        String digest,
        String baseline,
        String preview,
        Instant since,
        Instant until,
        long compared,
        long changed,
        long failing,
        String by,
        String reason,
        Instant at) {}
