package org.hotlinegateway.mapping;

import java.time.Instant;
import java.util.List;

/**
 * Files of the mappings folder that must not go live.
 *
 * @param at when they were refused
 * @param files their fingerprint
 * @param problems every error with its place
 */
public record RefusedFiles(Instant at, String files, List<MappingProblem> problems) {
    public RefusedFiles {
        problems = problems.stream().filter(MappingProblem::isError).toList();
    }
}
