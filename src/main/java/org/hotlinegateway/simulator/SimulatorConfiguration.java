package org.hotlinegateway.simulator;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the stand-in peers with the gateway where {@code gateway.simulator.enabled} says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "gateway.simulator.enabled", havingValue = "true")
class SimulatorConfiguration {
    @Bean(destroyMethod = "close")
    StandInPeers standInPeers(SimulatorSettings settings, Clock clock) {
        return new StandInPeers(settings, clock);
    }

    @Bean
    SmartLifecycle standInPeersLifecycle(StandInPeers peers) {
        return new Lifecycle(peers);
    }

    /** Opens the port before, and closes it after, everything that sends to it. */
    private static final class Lifecycle implements SmartLifecycle {
        private final StandInPeers peers;
        private volatile boolean running;

        Lifecycle(StandInPeers peers) {
            this.peers = peers;
        }

        @Override
        public void start() {
            peers.start();
            running = true;
        }

        @Override
        public void stop() {
            peers.close();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }
}
