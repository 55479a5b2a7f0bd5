package org.hotlinegateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotlinegateway.ledger.InstanceState;
import org.hotlinegateway.ledger.Publication;
import org.hotlinegateway.mapping.Candidate;
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
 * @param candidate the edited files that wait to be published, or null
 * @param notTaken why the newest published set does not run here, or null
 * @param instances which gateway on this ledger runs which set
 * @param history every set that went live, newest first
 */
record MappingsView(
        Entry live,
        @Nullable Rejected rejected,
        @Nullable Waiting candidate,
        @Nullable Rejected notTaken,
        List<InstanceState> instances,
        List<Entry> history) {
    private static final int SHOWN = 200;

    static MappingsView of(LiveMappings mappings, List<Publication> published, List<InstanceState> instances) {
        return new MappingsView(
                Entry.of(mappings.live()),
                mappings.refused().map(Rejected::of).orElse(null),
                mappings.candidate().map(Waiting::of).orElse(null),
                mappings.notTaken()
                        .map(behind -> Rejected.of(null, behind.problems()))
                        .orElse(null),
                instances,
                history(mappings, published));
    }

    /** What was published on this ledger, then what was live here before there was one. */
    private static List<Entry> history(LiveMappings mappings, List<Publication> published) {
        List<Entry> newestFirst =
                new ArrayList<>(published.stream().map(Entry::of).toList());
        List<WentLive> here = mappings.archive().history();
        for (int i = here.size() - 1; i >= 0; i--) {
            if (here.get(i).number() == 0) {
                newestFirst.add(Entry.of(here.get(i)));
            }
        }
        List<Entry> linked = new ArrayList<>();
        for (int i = 0; i < Math.min(newestFirst.size(), SHOWN); i++) {
            String previous =
                    i + 1 < newestFirst.size() ? newestFirst.get(i + 1).digest() : null;
            linked.add(newestFirst.get(i).after(previous));
        }
        return linked;
    }

    /**
     * A set that went live.
     *
     * @param number of its publication, 0 before there was a ledger of them
     * @param instance the gateway that published it, or null
     * @param previous digest of the set that was live before, or null
     */
    record Entry(
            String digest,
            Instant since,
            WentLive.Cause cause,
            String by,
            String reason,
            long number,
            @Nullable String instance,
            @Nullable String previous) {
        static Entry of(WentLive entry) {
            return new Entry(
                    entry.digest(), entry.at(), entry.cause(), entry.by(), entry.reason(), entry.number(), null, null);
        }

        static Entry of(Publication one) {
            WentLive.Cause cause = WentLive.Cause.valueOf(one.cause().toUpperCase(Locale.ROOT));
            return new Entry(one.digest(), one.at(), cause, one.by(), one.reason(), one.number(), one.instance(), null);
        }

        Entry after(@Nullable String before) {
            return new Entry(digest, since, cause, by, reason, number, instance, before);
        }
    }

    /** Files that wait for a reviewed preview and for a person to publish them. */
    record Waiting(String digest, Instant since, String edited) {
        static Waiting of(Candidate candidate) {
            return new Waiting(candidate.set().digest(), candidate.at(), candidate.edited());
        }
    }

    /** A set that must not go live here. */
    record Rejected(@Nullable Instant at, List<Problem> problems) {
        static Rejected of(RefusedFiles refused) {
            return of(refused.at(), refused.problems());
        }

        static Rejected of(@Nullable Instant at, List<MappingProblem> problems) {
            return new Rejected(at, problems.stream().map(Problem::of).toList());
        }
    }

    /** One error with its place. */
    record Problem(String file, int line, int column, String code, String text) {
        static Problem of(MappingProblem problem) {
            return new Problem(problem.file(), problem.line(), problem.column(), problem.code(), problem.text());
        }
    }
}
