package org.hotlinegateway.flow;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the ledger its ringer. Claim checks are persistent only in a broker of its own, which outlives a restart. */
@Configuration(proxyBeanMethods = false)
class RingerSetup {
    @Bean
    JmsRinger ringer(
            ConnectionFactory connections,
            ObjectProvider<EmbeddedActiveMQ> embedded,
            FlowSettings settings,
            MeterRegistry meters) {
        boolean persistent = embedded.getIfAvailable() == null;
        JmsRinger ringer = new JmsRinger(connections, persistent, settings.ringBuffer());
        FunctionCounter.builder("gateway.rings.dropped", ringer, JmsRinger::dropped)
                .register(meters);
        return ringer;
    }
}
