package org.hotlinegateway.flow;

import java.nio.file.Path;
import java.time.Clock;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.LiveSetup;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.mapping.SetArchive;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.workbench.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together the live mapping set, what follows it, and how gateways on one ledger agree on it. */
@Configuration(proxyBeanMethods = false)
class MappingSetup {
    @Bean
    InstanceName instanceName(
            @Value("${gateway.instance:#{null}}") @Nullable String configured,
            @Value("${gateway.data-dir}") Path data) {
        return InstanceName.of(configured, data);
    }

    @Bean
    @ConditionalOnMissingBean
    LiveMappings liveMappings(
            @Value("${gateway.mappings-dir}") Path folder,
            @Value("${gateway.data-dir}") Path data,
            Clock clock,
            ObjectProvider<RouteWatch> routes,
            Peers peers,
            Publications publications,
            InstanceName instance,
            MappingSettings settings,
            Reviews reviews) {
        LiveSetup setup = LiveSetup.of(
                        folder,
                        new SetArchive(data.resolve("mapping-sets")),
                        clock,
                        () -> NeededMappings.of(routes.getObject(), peers))
                .sharing(new LedgerSets(publications, instance.text()))
                .fitting(LiveRules::problems);
        return LiveMappings.start(
                settings.requirePreview()
                        ? setup.onlyReviewed(digest -> reviews.reviewed(digest).isPresent())
                        : setup);
    }

    @Bean
    MappingSets mappingSets(LiveMappings mappings) {
        return mappings.sets();
    }

    @Bean
    LiveRules liveRules(MappingSets sets, Peers peers) {
        return new LiveRules(sets, peers);
    }

    @Bean
    InstanceBook instanceBook(Publications publications, InstanceName instance, Clock clock) {
        return new InstanceBook(publications, instance, clock);
    }
}
