package org.hotlinegateway.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.hotlinegateway.mapping.LiveMappings;
import org.springframework.stereotype.Component;

/** Figures to raise an alarm by: edited mapping files that are refused or wait, and a published set that is not run. */
@Component
class MappingMeters implements MeterBinder {
    private final LiveMappings mappings;

    MappingMeters(LiveMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("gateway.mappings.publication", () -> mappings.live().number())
                .description("number of the publication that runs")
                .register(meters);
        Gauge.builder("gateway.mappings.refused", this::refused)
                .description("errors in edited mapping files that are not live")
                .register(meters);
        Gauge.builder("gateway.mappings.waiting", () -> mappings.candidate().isPresent() ? 1 : 0)
                .description("1 while edited mapping files wait to be published")
                .register(meters);
        Gauge.builder("gateway.mappings.behind", () -> mappings.notTaken().isPresent() ? 1 : 0)
                .description("1 while the newest published set cannot run here")
                .register(meters);
    }

    private int refused() {
        return mappings.refused().map(files -> files.problems().size()).orElse(0);
    }
}
