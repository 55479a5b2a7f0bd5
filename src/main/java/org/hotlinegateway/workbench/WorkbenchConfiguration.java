package org.hotlinegateway.workbench;

import org.hotlinegateway.ledger.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engineer's tools together that work on a running gateway's ledger. */
@Configuration(proxyBeanMethods = false)
class WorkbenchConfiguration {
    @Bean
    Reviews reviews(Ledger ledger) {
        return new Reviews(ledger);
    }
}
