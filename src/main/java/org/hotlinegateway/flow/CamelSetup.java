package org.hotlinegateway.flow;

import jakarta.jms.ConnectionFactory;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets up the Camel components in Java: these jars come without starters, and Camel ignores their
 * {@code camel.component} properties in silence.
 */
@Configuration(proxyBeanMethods = false)
class CamelSetup {
    private static final Set<String> TO_PEERS =
            Set.of("Content-Type", "X-App-Id", "X-Timestamp", "X-Nonce", "X-Sign-Alg", "X-Sign");
    private static final Set<String> FROM_PEERS = Set.of("Content-Type", "Retry-After");
    private static final int SMALL_WINDOW_BYTES = 2048;

    @Bean
    ComponentCustomizer claimChecks(ConnectionFactory connections, FlowSettings settings) {
        shareEvenly(connections);
        return ComponentCustomizer.builder(JmsComponent.class).build((name, jms) -> {
            jms.setConnectionFactory(connections);
            jms.setConcurrentConsumers(settings.consumers());
            jms.setCacheLevelName("CACHE_CONSUMER");
            jms.setAcknowledgementModeName("DUPS_OK_ACKNOWLEDGE");
            jms.setHeaderFilterStrategy(new HeaderAllowList(Set.of(), Set.of()));
            refuseObjects(jms);
        });
    }

    private static void refuseObjects(JmsComponent jms) {
        jms.setJmsMessageType(JmsMessageType.Text);
        jms.setObjectMessageEnabled(false);
        jms.setAllowSerializedHeaders(false);
        jms.setTransferExchange(false);
        jms.setTransferException(false);
        jms.setDisableReplyTo(true);
    }

    /**
     * A reader that waits for a slow peer must not sit on claim checks that others could take. It confirms several at
     * once: one that comes again finds nothing to do.
     */
    private static void shareEvenly(ConnectionFactory connections) {
        if (connections instanceof ActiveMQConnectionFactory artemis) {
            artemis.setConsumerWindowSize(SMALL_WINDOW_BYTES);
            artemis.setDupsOKBatchSize(SMALL_WINDOW_BYTES);
        }
    }

    @Bean
    ComponentCustomizer peerHttp() {
        return ComponentCustomizer.builder(HttpComponent.class).build((name, http) -> prepared(http));
    }

    static HttpComponent prepared(HttpComponent http) {
        http.setHeaderFilterStrategy(new HeaderAllowList(TO_PEERS, FROM_PEERS));
        http.setAutomaticRetriesDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setAuthCachingDisabled(true);
        http.setUseSystemProperties(false);
        return http;
    }
}
