package org.hotlinegateway.peer;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Makes the configured peers known. */
@Configuration
@EnableConfigurationProperties(PeerProperties.class)
class PeerConfiguration {
    private static final int NONCE_BYTES = 8;

    @Bean
    Peers peers(PeerProperties properties) {
        return new Peers(properties.peers());
    }

    @Bean
    LiveLimits liveLimits(Peers peers) {
        return new LiveLimits(peers);
    }

    @Bean
    @ConditionalOnMissingBean
    Nonces nonces() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[NONCE_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    @Bean
    OutboundSigner outboundSigner(Clock clock, Nonces nonces) {
        return new OutboundSigner(clock, nonces);
    }

    @Bean
    @Profile("prod")
    ProductionPeers productionPeers(Peers peers) {
        return ProductionPeers.checked(peers);
    }
}
