package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What the live mapping set would make of a selection's members; nothing was sent, decided or written.
 *
 * @param digest the mapping set that was tried
 * @param wouldSucceed members that it converts. What the case or the peer would make of them, only a replay tells
 * @param failing members that it does not convert
 * @param notTried members that no longer wait, or of which it is not kept how they were converted
 * @param failures why, one per mapping, code and field, the most frequent first; a member may count in several
 */
public record DryRun(
        long selection,
        String digest,
        Instant at,
        long total,
        long wouldSucceed,
        long failing,
        long notTried,
        List<Failure> failures) {

    /**
     * One way of failing.
     *
     * @param field target path without positions
     * @param message what is wrong, what was expected; no value
     * @param examples a few members, for example {@code DELIVERY 7}
     */
    public record Failure(
            String mapping, String code, String field, String message, long count, List<String> examples) {}
}
