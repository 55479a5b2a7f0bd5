package org.hotlinegateway.journey;

import org.junit.jupiter.api.Tag;

/** Two hundred publications under 200 messages a second. */
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
}
