package org.hotlinegateway.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Attachments;
import org.springframework.stereotype.Component;

/** How many files of cases stand where, as it was last looked at. */
@Component
class AttachmentMeters {
    private final Attachments attachments;
    private volatile Map<AttachmentState, Long> counts = Map.of();

    AttachmentMeters(Attachments attachments, MeterRegistry meters) {
        this.attachments = attachments;
        for (AttachmentState state : AttachmentState.values()) {
            Gauge.builder("gateway.attachments", this, self -> self.counts.getOrDefault(state, 0L))
                    .tag("state", state.name())
                    .description("files of cases, by where they stand")
                    .register(meters);
        }
    }

    void look() {
        counts = attachments.counts();
    }
}
