package org.hotlinegateway.flow;

import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.mapping.LiveMappings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after the mappings folder and what other gateways publish, and lets what waits for a table try again under every
 * set that goes live: twice, because a message that met the old set may be parked a moment after the first time.
 */
@Component
class MappingWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MappingWatch.class);
    private static final int RELEASES = 2;

    private final LiveMappings mappings;
    private final Unmapped unmapped;
    private final InstanceBook instance;
    private final MappingSettings settings;
    private final Rounds rounds = new Rounds("mapping-watch", 1);
    private String released = "";
    private int releasesLeft;

    MappingWatch(LiveMappings mappings, Unmapped unmapped, InstanceBook instance, MappingSettings settings) {
        this.mappings = mappings;
        this.unmapped = unmapped;
        this.instance = instance;
        this.settings = settings;
    }

    @Override
    public void start() {
        rounds.start();
        if (settings.reload()) {
            rounds.every(settings.lookEvery(), "following the mapping files", mappings::lookAtFiles);
        }
        rounds.every(settings.lookEvery(), "following published mapping sets", mappings::lookAtShared);
        rounds.every(settings.lookEvery(), "releasing what waits for a table", this::release);
        rounds.every(settings.lookEvery(), "saying which mapping set runs", () -> instance.say(mappings));
    }

    private void release() {
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

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    @Override
    public int getPhase() {
        return Rounds.AFTER_THE_ROUTES;
    }
}
