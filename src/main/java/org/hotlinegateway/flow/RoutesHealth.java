package org.hotlinegateway.flow;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.hotlinegateway.mapping.MappingProblem;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Ready when every route runs: the door opens seconds before them. */
@Component("routes")
class RoutesHealth extends AbstractHealthIndicator {
    private final CamelContext camel;
    private final RouteWatch watch;

    RoutesHealth(CamelContext camel, RouteWatch watch) {
        this.camel = camel;
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stopped = camel.getRoutes().stream()
                .map(Route::getId)
                .filter(id -> !isStarted(id))
                .sorted()
                .toList();
        boolean ready = camel.isStarted() && (stopped.isEmpty() || watch.isSwapping());
        health.status(ready ? "UP" : "OUT_OF_SERVICE")
                .withDetail("routes", camel.getRoutesSize())
                .withDetail("stopped", stopped)
                .withDetail("edition", watch.edition());
        if (!watch.refused().isEmpty()) {
            health.withDetail(
                    "rejected",
                    watch.refused().stream().map(MappingProblem::toString).toList());
        }
    }

    private boolean isStarted(String id) {
        return camel.getRouteController().getRouteStatus(id) == ServiceStatus.Started;
    }
}
