package org.hotlinegateway.flow;

import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblem;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Which mapping set runs, and why the folder's files do not, if they were refused; the gateway works either way. */
@Component("mappings")
class MappingsHealth extends AbstractHealthIndicator {
    private static final int SHOWN = 20;

    private final LiveMappings mappings;

    MappingsHealth(LiveMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up()
                .withDetail("running", mappings.live().digest())
                .withDetail("since", mappings.live().at().toString());
        mappings.refused()
                .ifPresent(refused -> health.withDetail(
                        "rejected",
                        refused.problems().stream()
                                .limit(SHOWN)
                                .map(MappingProblem::toString)
                                .toList()));
    }
}
