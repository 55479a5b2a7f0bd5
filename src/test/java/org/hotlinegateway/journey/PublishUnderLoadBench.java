package org.hotlinegateway.journey;

import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Two hundred publications, one a second, under 200 messages a second. */
@Tag("bench")
class PublishUnderLoadBench extends PublishUnderLoadContract {
    @Override
    int publications() {
        return Integer.getInteger("bench.publications", 200);
    }

    @Override
    int rate() {
        return Integer.getInteger("bench.rate", 200);
    }

    @Override
    Duration every() {
        return Duration.ofMillis(Integer.getInteger("bench.publish-every", 1_000));
    }
}
