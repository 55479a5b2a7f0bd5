package org.hotlinegateway.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.Peers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks after the routes folder once the routes run. It must not depend on the Camel context as a bean: Spring would
 * start the context, empty, before this.
 */
@Component
class RouteWatch {
    private final ObjectProvider<CamelContext> camel;
    private final RouteFolder folder;
    private final Peers peers;
    private final MappingSets mappings;
    private volatile @Nullable LiveRoutes routes;

    RouteWatch(
            ObjectProvider<CamelContext> camel,
            @Value("${gateway.routes-dir}") Path folder,
            Peers peers,
            MappingSets mappings,
            MeterRegistry meters) {
        this.camel = camel;
        this.folder = new RouteFolder(folder);
        this.peers = peers;
        this.mappings = mappings;
        Gauge.builder("gateway.routes.refused", () -> refused().size())
                .description("errors in edited route files that do not run")
                .register(meters);
    }

    /** Why edited route files do not run. */
    List<MappingProblem> refused() {
        LiveRoutes known = routes;
        return known == null ? List.of() : known.refused();
    }

    /** Whether a route is stopped only until its successor runs. */
    boolean isSwapping() {
        LiveRoutes known = routes;
        return known != null && known.isSwapping();
    }

    /** How often edited files have taken the place of running routes. */
    int edition() {
        LiveRoutes known = routes;
        return known == null ? 0 : known.edition();
    }

    /** The mappings that running routes name; empty before they run. */
    Set<String> mappings() {
        LiveRoutes known = routes;
        return known == null ? Set.of() : known.mappings();
    }

    /** Takes the routes that run now for those of the folder. */
    void begin() {
        routes = new LiveRoutes(camel.getObject(), folder, peers, mappings);
    }

    void look() {
        LiveRoutes known = routes;
        if (known != null && camel.getObject().isStarted()) {
            known.look();
        }
    }
}
