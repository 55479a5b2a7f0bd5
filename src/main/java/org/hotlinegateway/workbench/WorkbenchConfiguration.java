package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.time.Clock;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engineer's tools together that work on a running gateway's ledger. */
@Configuration(proxyBeanMethods = false)
class WorkbenchConfiguration {
    @Bean
    Reviews reviews(Ledger ledger) {
        return new Reviews(ledger);
    }

    @Bean
    Blasts blasts(MappingSets sets, Recordings recordings, @Value("${gateway.routes-dir}") Path routes, Clock clock) {
        return new Blasts(sets, recordings, routes, clock);
    }
}
