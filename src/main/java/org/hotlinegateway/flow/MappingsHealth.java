package org.hotlinegateway.flow;

import java.util.List;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblem;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Which mapping set runs, and why the folder's files or a set of another gateway do not; the gateway works either way.
 */
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
                .withDetail("since", mappings.live().at().toString())
                .withDetail("publication", mappings.live().number());
        mappings.refused().ifPresent(refused -> health.withDetail("rejected", shown(refused.problems())));
        mappings.candidate()
                .ifPresent(
                        waiting -> health.withDetail("candidate", waiting.set().digest()));
        mappings.notTaken()
                .ifPresent(behind -> health.withDetail("notTaken", behind.digest())
                        .withDetail("notTakenBecause", shown(behind.problems())));
    }

    private static List<String> shown(List<MappingProblem> problems) {
        return problems.stream().limit(SHOWN).map(MappingProblem::toString).toList();
    }
}
