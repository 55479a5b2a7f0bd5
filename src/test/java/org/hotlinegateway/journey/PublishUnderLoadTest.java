package org.hotlinegateway.journey;

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
}
