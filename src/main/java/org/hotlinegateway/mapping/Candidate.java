package org.hotlinegateway.mapping;

import java.time.Instant;
import java.util.List;

/**
 * Edited files that are free of errors and wait to be published by a person, because previews are required.
 *
 * @param set the set they make
 * @param at when they were found
 * @param files their fingerprint
 * @param edited what they change, in one line
 */
public record Candidate(MappingSet set, Instant at, String files, String edited) {
    /** The problem of publishing a set nobody has looked at. */
    static final List<MappingProblem> NOT_REVIEWED = List.of(new MappingProblem(
            ".",
            0,
            0,
            MappingProblem.Severity.ERROR,
            "preview",
            "no reviewed preview of this set. Expected one of exactly this digest"));
}
