package org.hotlinegateway.flow;

import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.hotlinegateway.peer.Peers;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Binds two queues per peer in the embedded broker. They hold numbers only and may overflow: a claim check that is
 * dropped is rung again from the ledger. Dead-letter and expiry queues are bound by Spring Boot.
 */
@Configuration(proxyBeanMethods = false)
class QueueSetup {
    private static final long MAX_QUEUE_BYTES = 64L * 1024 * 1024;

    @Bean
    ArtemisConfigurationCustomizer peerQueues(Peers peers) {
        List<String> queues = peers.all().stream()
                .flatMap(peer -> Stream.of(peer.code() + "-intake", peer.code() + "-delivery"))
                .toList();
        return broker -> {
            queues.forEach(queue -> broker.addAddressConfiguration(boundTo(queue)));
            broker.getAddressSettings()
                    .values()
                    .forEach(settings -> settings.setMaxSizeBytes(MAX_QUEUE_BYTES)
                            .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                            .setAutoDeleteQueues(false)
                            .setAutoDeleteAddresses(false));
        };
    }

    private static CoreAddressConfiguration boundTo(String queue) {
        return new CoreAddressConfiguration()
                .setName(queue)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(
                        QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST));
    }
}
