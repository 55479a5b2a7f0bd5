package org.hotlinegateway.flow;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Ready when every route runs: the door opens seconds before them. */
@Component("routes")
class RoutesHealth extends AbstractHealthIndicator {
    private final CamelContext camel;

    RoutesHealth(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stopped = camel.getRoutes().stream()
                .map(Route::getId)
                .filter(id -> !isStarted(id))
                .sorted()
                .toList();
        boolean ready = camel.isStarted() && stopped.isEmpty();
        health.status(ready ? "UP" : "OUT_OF_SERVICE")
                .withDetail("routes", camel.getRoutesSize())
                .withDetail("stopped", stopped);
    }

    private boolean isStarted(String id) {
        return camel.getRouteController().getRouteStatus(id) == ServiceStatus.Started;
    }
}
