package org.hotlinegateway.flow;

import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.mapping.LiveMappings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets what waits for a table try again under every set that goes live: twice, because a message that met the old set may
 * be parked a moment after the first time.
 */
@Component
class SecondTries {
    private static final Logger LOG = LoggerFactory.getLogger(SecondTries.class);
    private static final int RELEASES = 2;

    private final LiveMappings mappings;
    private final Unmapped unmapped;
    private String released = "";
    private int releasesLeft;

    SecondTries(LiveMappings mappings, Unmapped unmapped) {
        this.mappings = mappings;
        this.unmapped = unmapped;
    }

    void release() {
        String live = mappings.live().digest();
        if (!live.equals(released)) {
            released = live;
            releasesLeft = RELEASES;
        }
        if (releasesLeft > 0) {
            int count = unmapped.release(live);
            releasesLeft--;
            if (count > 0) {
                LOG.info("mapping set {}: {} messages and deliveries try again", live, count);
            }
        }
    }
}
