package org.hotlinegateway.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.supervision.Alarm;
import org.hotlinegateway.supervision.Monitor;
import org.hotlinegateway.supervision.Supervision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at monitors and outages and at edits that were refused, tells people, and shows the figures. */
@Component
class SupervisionRound {
    private static final int SHOWN = 5;

    private final Supervision supervision;
    private final Alarm alarm;
    private final LiveMappings mappings;
    private final RouteWatch routes;
    private final Clock clock;
    private final MultiGauge counts;
    private final MultiGauge oldest;
    private final MultiGauge alarms;

    SupervisionRound(
            Supervision supervision,
            Alarm alarm,
            LiveMappings mappings,
            RouteWatch routes,
            Clock clock,
            MeterRegistry meters) {
        this.supervision = supervision;
        this.alarm = alarm;
        this.mappings = mappings;
        this.routes = routes;
        this.clock = clock;
        this.counts = MultiGauge.builder("gateway.monitor.count").register(meters);
        this.oldest =
                MultiGauge.builder("gateway.monitor.oldest").baseUnit("seconds").register(meters);
        this.alarms = MultiGauge.builder("gateway.monitor.alarm").register(meters);
    }

    void look() {
        supervision.look();
        mappings.refused().ifPresent(refused -> raise("MAPPING_REFUSED", "映射", refused.problems()));
        if (!routes.refused().isEmpty()) {
            raise("ROUTE_REFUSED", "流程", routes.refused());
        }
        List<Row<?>> byCount = new ArrayList<>();
        List<Row<?>> byAge = new ArrayList<>();
        List<Row<?>> byAlarm = new ArrayList<>();
        for (Monitor monitor : supervision.seen()) {
            Tags tags = Tags.of("monitor", monitor.name());
            byCount.add(Row.of(tags, monitor.count()));
            byAge.add(Row.of(tags, age(monitor.oldest())));
            byAlarm.add(Row.of(tags, monitor.isAlarming() ? 1 : 0));
        }
        counts.register(byCount, true);
        oldest.register(byAge, true);
        alarms.register(byAlarm, true);
    }

    /** Once for each set of problems, whichever gateway sees it first. */
    private void raise(String kind, String what, List<MappingProblem> problems) {
        List<String> shown =
                problems.stream().limit(SHOWN).map(MappingProblem::toString).toList();
        String name = kind + "/" + Integer.toHexString(problems.hashCode()) + "/" + shown.get(0);
        alarm.raise(name, kind, what, what + "改错了,原来的照跑:" + shown.get(0), Map.of("problems", shown));
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
