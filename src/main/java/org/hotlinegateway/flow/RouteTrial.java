package org.hotlinegateway.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblem.Severity;
import org.jspecify.annotations.Nullable;

/** Makes routes in a context of their own, without starting one, so that a fault touches nothing that runs. */
final class RouteTrial {
    private final CamelContext live;

    RouteTrial(CamelContext live) {
        this.live = live;
    }

    static Resource resource(RouteFile file) {
        return ResourceHelper.fromString("file:" + file.name(), file.text());
    }

    /** What is wrong with the routes, first fault; policies come before the routes that name them. */
    List<MappingProblem> problems(Collection<RouteFile> files) {
        DefaultCamelContext trial = new DefaultCamelContext(new DefaultRegistry(live.getRegistry()));
        try (trial) {
            prepare(trial);
            for (RouteFile file : files) {
                Optional<MappingProblem> fault = fault(trial, file);
                if (fault.isPresent()) {
                    return List.of(fault.get());
                }
            }
            return List.of();
        } catch (Exception e) {
            return List.of(problem("routes", e));
        }
    }

    private void prepare(DefaultCamelContext trial) {
        trial.setAutoStartup(false);
        trial.disableJMX();
        trial.getShutdownStrategy().setTimeout(1);
        PropertiesComponent properties = (PropertiesComponent) trial.getPropertiesComponent();
        properties.addPropertiesSource(new Placeholders(live));
        trial.start();
    }

    private static Optional<MappingProblem> fault(DefaultCamelContext trial, RouteFile file) {
        try {
            PluginHelper.getRoutesLoader(trial).loadRoutes(resource(file));
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(problem(file.name(), e));
        }
    }

    /** Camel says the place of what it cannot read within its message. */
    static MappingProblem problem(String file, Exception fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new MappingProblem(file, 0, 0, Severity.ERROR, "route", text);
    }

    /** The properties of the running context. */
    private record Placeholders(CamelContext live) implements PropertiesSource {
        @Override
        public String getName() {
            return "live";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return live.getPropertiesComponent().resolveProperty(name).orElse(null);
        }
    }
}
