package org.hotlinegateway.flow;

import java.time.Clock;
import java.util.UUID;
import org.hotlinegateway.delivery.Desk;
import org.hotlinegateway.delivery.DeskGroups;
import org.hotlinegateway.delivery.DeskSettings;
import org.hotlinegateway.delivery.DeskWorker;
import org.hotlinegateway.delivery.DryRuns;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk together. */
@Configuration(proxyBeanMethods = false)
class DeskSetup {
    @Bean
    Desk desk(Ledger ledger) {
        return new Desk(ledger);
    }

    @Bean
    DeskGroups deskGroups(DeskBook desk, Publications publications, DeskSettings settings) {
        return new DeskGroups(desk, publications, settings);
    }

    @Bean
    DryRuns dryRuns(DeskBook desk, Recordings recordings, MappingSets sets, Clock clock) {
        return new DryRuns(desk, recordings, sets, clock);
    }

    @Bean
    DeskWorker deskWorker(DeskBook desk, DeskSettings settings, Clock clock, InstanceName instance) {
        return new DeskWorker(desk, settings, clock, instance.text() + "/" + UUID.randomUUID());
    }
}
