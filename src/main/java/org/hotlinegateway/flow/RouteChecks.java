package org.hotlinegateway.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.Near;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;

/**
 * Holds the habits of route files: one route or policy per file, named like it; a configured peer as group; a failure
 * policy that exists, as Camel takes a misspelt one in silence; mappings that the live set has.
 */
final class RouteChecks {
    private final Map<String, RouteFile> files = new TreeMap<>();
    private final List<MappingProblem> problems = new ArrayList<>();

    private RouteChecks(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                files.put(name, RouteFile.parse(name, text));
            } catch (RouteFile.Unreadable e) {
                problems.add(e.problem());
            }
        });
    }

    /** The files by name, or every problem of every file. */
    record Judged(Map<String, RouteFile> files, List<MappingProblem> problems) {}

    static Judged judge(Map<String, String> texts, Peers peers, Set<String> mappings) {
        RouteChecks checks = new RouteChecks(texts);
        Set<String> policies = new TreeSet<>();
        checks.files.values().stream()
                .filter(file -> !file.isRoute())
                .forEach(file -> policies.add(file.id().text()));
        List<String> codes = peers.all().stream().map(PeerProfile::code).toList();
        checks.files.values().forEach(file -> checks.check(file, policies, codes, mappings));
        return new Judged(checks.files, List.copyOf(checks.problems));
    }

    private void check(RouteFile file, Set<String> policies, Collection<String> peers, Set<String> mappings) {
        if (!file.id().text().equals(file.promised())) {
            problems.add(file.problem(
                    file.id(), "id '" + file.id().text() + "' is not the file's name '" + file.promised() + "'"));
        }
        if (file.isRoute()) {
            known(file, file.group(), "group", "a configured peer", peers);
            known(file, file.policy(), "routeConfigurationId", "a failure policy", policies);
            file.mappings().forEach(mapping -> known(file, mapping, "mapping", "a mapping of the live set", mappings));
        }
    }

    private void known(
            RouteFile file,
            RouteFile.@org.jspecify.annotations.Nullable Word word,
            String key,
            String what,
            Collection<String> names) {
        if (word == null) {
            problems.add(file.problem(file.id(), "'" + key + "' is missing. Expected " + what));
        } else if (!names.contains(word.text())) {
            problems.add(file.problem(
                    word,
                    key + " '" + word.text() + "' is unknown. Expected " + what + "." + Near.hint(word.text(), names)));
        }
    }
}
