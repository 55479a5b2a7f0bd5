package org.hotlinegateway.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.Peers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running routes in step with the files of the routes folder. Files that rest are checked as a whole and made
 * in a context of their own first; then each changed route finishes what it has in hand, and the new one takes its
 * place. A fault leaves, or brings back, the routes that ran. What waits in a queue meanwhile stays there.
 */
final class LiveRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
    private static final int SHOWN = 10;

    private final ModelCamelContext camel;
    private final RouteFolder folder;
    private final Peers peers;
    private final MappingSets mappings;
    private Map<String, RouteFile> running;
    private volatile List<MappingProblem> refused = List.of();
    private volatile int edition;
    private volatile boolean swapping;
    private Object judged;

    LiveRoutes(CamelContext camel, RouteFolder folder, Peers peers, MappingSets mappings) {
        this.camel = (ModelCamelContext) camel;
        this.folder = folder;
        this.peers = peers;
        this.mappings = mappings;
        Map<String, String> texts = folder.texts();
        this.running =
                RouteChecks.judge(texts, peers, mappings.current().names()).files();
        this.judged = key(texts);
    }

    private List<Object> key(Map<String, String> texts) {
        return List.of(texts, mappings.current().digest());
    }

    /** Why the folder's files are not the running routes; empty when they are. */
    List<MappingProblem> refused() {
        return refused;
    }

    /** Whether a route is stopped only until its successor runs. */
    boolean isSwapping() {
        return swapping;
    }

    /** How often edited files have taken the place of running routes. */
    int edition() {
        return edition;
    }

    /** The mappings that running routes name. */
    synchronized Set<String> mappings() {
        return running.values().stream()
                .flatMap(file -> file.mappings().stream())
                .map(RouteFile.Word::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Looks at the folder; what has changed and rests is judged, again under every new mapping set. */
    synchronized void look() {
        Optional<Map<String, String>> rested = folder.rested();
        if (rested.isPresent() && !key(rested.get()).equals(judged)) {
            judge(rested.get());
            judged = key(rested.get());
        }
    }

    private void judge(Map<String, String> texts) {
        RouteChecks.Judged now =
                RouteChecks.judge(texts, peers, mappings.current().names());
        if (now.problems().isEmpty() && now.files().equals(running)) {
            refused = List.of();
            return;
        }
        List<MappingProblem> problems = now.problems().isEmpty()
                ? new RouteTrial(camel).problems(policiesFirst(now.files().values()))
                : now.problems();
        if (problems.isEmpty()) {
            problems = swapped(now.files());
        }
        refused = problems;
        if (!problems.isEmpty()) {
            LOG.warn("ROUTE_FILES_REFUSED the running routes stay: {}", shown(problems));
        }
    }

    /** Puts the new files in the place of those that run, or brings those back; gives the fault. */
    private List<MappingProblem> swapped(Map<String, RouteFile> next) {
        swapping = true;
        try {
            return exchanged(next);
        } finally {
            swapping = false;
        }
    }

    private List<MappingProblem> exchanged(Map<String, RouteFile> next) {
        Set<String> touched = touched(next);
        List<RouteFile> old = pick(running, touched);
        List<RouteFile> fresh = pick(next, touched);
        RouteFile at = null;
        try {
            remove(old);
            for (RouteFile file : fresh) {
                at = file;
                add(file);
            }
            running = Map.copyOf(next);
            edition++;
            LOG.info("routes: {} taken up, {} of before gone", names(fresh), names(old));
            return List.of();
        } catch (Exception e) {
            LOG.error("a route could not be put in place, the routes of before come back", e);
            restore(fresh, old);
            return List.of(RouteTrial.problem(at == null ? "routes" : at.name(), e));
        }
    }

    private void restore(List<RouteFile> fresh, List<RouteFile> old) {
        try {
            remove(fresh);
            for (RouteFile file : old) {
                add(file);
            }
        } catch (Exception e) {
            LOG.error("ROUTES_LOST {} could not be brought back, restart the gateway", names(old), e);
        }
    }

    /** Files that differ, and routes whose failure policy differs. */
    private Set<String> touched(Map<String, RouteFile> next) {
        Set<String> names = new TreeSet<>(running.keySet());
        names.addAll(next.keySet());
        names.removeIf(name -> Objects.equals(running.get(name), next.get(name)));
        Set<String> policies = names.stream()
                .flatMap(name -> Stream.of(running.get(name), next.get(name)))
                .filter(file -> file != null && !file.isRoute())
                .map(file -> file.id().text())
                .collect(Collectors.toSet());
        next.values().stream()
                .filter(file ->
                        file.policy() != null && policies.contains(file.policy().text()))
                .forEach(file -> names.add(file.name()));
        return names;
    }

    private static List<RouteFile> pick(Map<String, RouteFile> files, Set<String> names) {
        return policiesFirst(
                names.stream().map(files::get).filter(Objects::nonNull).toList());
    }

    private static List<RouteFile> policiesFirst(Collection<RouteFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(RouteFile::isRoute).thenComparing(RouteFile::name))
                .toList();
    }

    /** Routes first finish what they have in hand. */
    private void remove(List<RouteFile> files) throws Exception {
        List<RouteFile> routesFirst = new ArrayList<>(files);
        java.util.Collections.reverse(routesFirst);
        for (RouteFile file : routesFirst) {
            String id = file.id().text();
            RouteDefinition route = file.isRoute() ? camel.getRouteDefinition(id) : null;
            if (route != null) {
                camel.getRouteController().stopRoute(id);
                camel.removeRouteDefinition(route);
            }
            RouteConfigurationDefinition policy = file.isRoute() ? null : camel.getRouteConfigurationDefinition(id);
            if (policy != null) {
                camel.removeRouteConfiguration(policy);
            }
        }
    }

    private void add(RouteFile file) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(RouteTrial.resource(file));
    }

    private static List<String> names(List<RouteFile> files) {
        return files.stream().map(RouteFile::name).toList();
    }

    private static String shown(List<MappingProblem> problems) {
        return problems.stream().limit(SHOWN).map(MappingProblem::toString).collect(Collectors.joining("; "));
    }
}
