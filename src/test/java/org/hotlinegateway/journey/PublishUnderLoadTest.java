package org.hotlinegateway.journey;

import java.time.Duration;

/** A little of it, at every build. */
class PublishUnderLoadTest extends PublishUnderLoadContract {
    @Override
    int publications() {
        return 20;
    }

    @Override
    int rate() {
        return 40;
    }

    @Override
    Duration every() {
        return Duration.ZERO;
    }
}
