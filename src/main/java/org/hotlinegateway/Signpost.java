package org.hotlinegateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the door, the health and the stand-in peers are, once the gateway is ready. */
@Component
class Signpost {
    private static final Logger LOG = LoggerFactory.getLogger(Signpost.class);

    private final Environment environment;

    Signpost(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void point() {
        String door = "http://localhost:" + port("local.server.port");
        LOG.info("来件 door     {}/api/v1  ({}/openapi.yaml)", door, door);
        LOG.info("值守 staff    {}/staff/api/v1", door);
        LOG.info("健康 health   http://localhost:{}/actuator/health", port("local.management.port"));
        if (environment.getProperty("gateway.simulator.enabled", Boolean.class, false)) {
            LOG.info("替身 stand-ins http://localhost:{}/inspect", port("gateway.simulator.port"));
        }
        LOG.info("数据 data     {}", environment.getProperty("gateway.data-dir", ""));
    }

    private String port(String property) {
        return environment.getProperty(property, "?");
    }
}
