package org.hotlinegateway.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hotlinegateway.casework.Rules;
import org.hotlinegateway.ledger.Alerts;
import org.hotlinegateway.ledger.Balances;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Watches;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts supervision together. */
@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    /** The ways out that are configured. */
    record Ways(List<AlertWay> all) {}

    @Bean
    Ways alertWays(AlertSettings settings, Clock clock) {
        List<AlertWay> ways = new ArrayList<>();
        if (settings.webhook().url() != null) {
            ways.add(new WebhookWay(settings.webhook(), clock));
        }
        if (!settings.mail().host().isBlank() && !settings.mail().to().isEmpty()) {
            ways.add(new MailWay(settings.mail()));
        }
        return new Ways(ways);
    }

    @Bean
    Alarm alarm(Alerts alerts, Ways ways, Clock clock, AlertSettings settings) {
        return new Alarm(alerts, ways.all(), clock, settings.repeatAfter());
    }

    @Bean
    LastWords lastWords(Ways ways, Clock clock) {
        return new LastWords(ways.all(), clock);
    }

    @Bean
    Supervision supervision(
            Watches watches,
            Ledger ledger,
            Balances balances,
            Alarm alarm,
            Supplier<Rules> rules,
            Peers peers,
            Clock clock,
            MonitorSettings settings,
            AlertSettings alerts) {
        List<String> codes = peers.all().stream().map(PeerProfile::code).toList();
        return new Supervision(
                new Monitors(watches, rules, codes, clock, settings),
                new OutageWatch(watches, ledger, alarm, clock, alerts),
                watches,
                balances,
                alarm,
                clock);
    }
}
