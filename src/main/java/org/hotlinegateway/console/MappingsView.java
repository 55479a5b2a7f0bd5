package org.hotlinegateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.RefusedFiles;
import org.hotlinegateway.mapping.WentLive;
import org.jspecify.annotations.Nullable;

/**
 * Mapping sets as staff see them.
 *
 * @param live the set that converts now
 * @param rejected why the folder's files are not live, or null
 * @param history every set that went live, newest first
 */
record MappingsView(Entry live, @Nullable Rejected rejected, List<Entry> history) {
    private static final int SHOWN = 200;

    static MappingsView of(LiveMappings mappings) {
        List<WentLive> newestFirst = new ArrayList<>(mappings.archive().history());
        Collections.reverse(newestFirst);
        return new MappingsView(
                Entry.of(mappings.live()),
                mappings.refused().map(Rejected::of).orElse(null),
                newestFirst.stream().limit(SHOWN).map(Entry::of).toList());
    }

    /** A set that went live. */
    record Entry(String digest, Instant since, WentLive.Cause cause, String by, String reason) {
        static Entry of(WentLive entry) {
            return new Entry(entry.digest(), entry.at(), entry.cause(), entry.by(), entry.reason());
        }
    }

    /** Files that must not go live. */
    record Rejected(Instant at, List<Problem> problems) {
        static Rejected of(RefusedFiles refused) {
            return new Rejected(
                    refused.at(), refused.problems().stream().map(Problem::of).toList());
        }
    }

    /** One error with its place. */
    record Problem(String file, int line, int column, String code, String text) {
        static Problem of(MappingProblem problem) {
            return new Problem(problem.file(), problem.line(), problem.column(), problem.code(), problem.text());
        }
    }
}
