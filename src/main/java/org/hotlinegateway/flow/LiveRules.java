package org.hotlinegateway.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotlinegateway.casework.PeerWishes;
import org.hotlinegateway.casework.Rules;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblem.Severity;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;

/** The rules of casework in the live mapping set: policies, calendar and directories change with it, at once. */
final class LiveRules implements Supplier<Rules> {
    private static final Pattern PLACED = Pattern.compile("(?s)([^:]+):(\\d+):(\\d+): (.*)");

    private final MappingSets sets;
    private final Map<String, PeerWishes> wishes;
    private final Set<String> takeFiles;
    private volatile Read read;

    LiveRules(MappingSets sets, Peers peers) {
        this.sets = sets;
        this.wishes = peers.all().stream()
                .collect(Collectors.toMap(PeerProfile::code, peer -> PeerWishes.of(peer.outbound())));
        this.takeFiles = peers.all().stream()
                .filter(peer -> peer.files() != null && peer.files().told())
                .map(PeerProfile::code)
                .collect(Collectors.toSet());
        this.read = read(sets.current());
    }

    private record Read(MappingSet set, Rules rules) {}

    private Read read(MappingSet set) {
        return new Read(set, Rules.of(set.contents()).telling(wishes).sendingFilesTo(takeFiles));
    }

    @Override
    public Rules get() {
        MappingSet live = sets.current();
        Read known = read;
        if (known.set() != live) {
            known = read(live);
            read = known;
        }
        return known.rules();
    }

    /** Why casework cannot go by a set's policies, calendar or directories; empty when it can. */
    static List<MappingProblem> problems(MappingSet set) {
        try {
            Rules.of(set.contents());
            return List.of();
        } catch (RuntimeException e) {
            return List.of(problem(String.valueOf(e.getMessage())));
        }
    }

    private static MappingProblem problem(String text) {
        Matcher placed = PLACED.matcher(text);
        return placed.matches()
                ? new MappingProblem(
                        placed.group(1),
                        Integer.parseInt(placed.group(2)),
                        Integer.parseInt(placed.group(3)),
                        Severity.ERROR,
                        "rules",
                        placed.group(4))
                : new MappingProblem(".", 0, 0, Severity.ERROR, "rules", text);
    }
}
