package org.hotlinegateway.flow;

import java.time.Duration;
import org.hotlinegateway.attachment.AttachmentRound;
import org.hotlinegateway.attachment.OrphanSweep;
import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.delivery.DeskSettings;
import org.hotlinegateway.delivery.DeskWorker;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.delivery.SharedLimits;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.supervision.Alarm;
import org.hotlinegateway.supervision.Supervision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by the clock, and how often; reconciliation's round stands in {@link ReconcileSetup}. */
@Configuration(proxyBeanMethods = false)
class RoundsSetup {
    private static final Duration CALL_EVERY = Duration.ofMillis(100);
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(1);
    private static final int FETCHES_AT_ONCE = 3;
    private static final Duration ORPHANS_EVERY = Duration.ofHours(1);

    /** Work that nobody was told of is rung for, old nonces are forgotten, due timers fire. */
    @Bean
    Rounds clockRounds(Ledger ledger, Casework casework, Backlog backlog, FlowSettings settings) {
        return new Rounds("clockwork", 2)
                .every(settings.sweepEvery(), "sweep", ledger::sweep)
                .every(settings.timersEvery(), "timers", casework::fireTimers)
                .every(settings.sweepEvery(), "backlog", backlog::look);
    }

    /** Deliveries that wait for their peer are called when they may go; what staff set at any gateway is followed. */
    @Bean
    Rounds peerRounds(Lanes lanes, SharedLimits limits, PeerMeters meters) {
        return new Rounds("usher", 2)
                .first(limits::follow)
                .every(CALL_EVERY, "calling deliveries that wait for a peer", lanes::callWaiting)
                .every(FOLLOW_EVERY, "following the limits of peers", limits::follow)
                .every(FOLLOW_EVERY, "figures of peers", () -> meters.show(lanes.peers()));
    }

    @Bean
    Rounds deskRounds(DeskWorker worker, DeskSettings settings) {
        return new Rounds("desk", 1).every(settings.every(), "desk", worker::work);
    }

    /** Several files at once, so that a slow host keeps no other waiting. */
    @Bean
    Rounds attachmentRounds(
            AttachmentRound round, OrphanSweep orphans, AttachmentMeters meters, FlowSettings settings) {
        Rounds rounds = new Rounds("attachments", FETCHES_AT_ONCE + 1)
                .every(settings.sweepEvery(), "count of attachments", meters::look)
                .every(ORPHANS_EVERY, "sweep of attachments", orphans::run);
        for (int i = 0; i < FETCHES_AT_ONCE; i++) {
            rounds.every(settings.timersEvery(), "attachments", round::run);
        }
        return rounds;
    }

    @Bean
    Rounds supervisionRounds(
            SupervisionRound round, Supervision supervision, Alarm alarm, SupervisionSettings settings) {
        return new Rounds("supervision", 2)
                .every(settings.every(), "supervision", round::look)
                .every(settings.sheetsEvery(), "balance sheets", supervision::keepSheets)
                .every(settings.alertsEvery(), "alerts", alarm::send);
    }

    @Bean
    Rounds mappingRounds(LiveMappings mappings, SecondTries waiting, InstanceBook instance, MappingSettings settings) {
        Duration often = settings.lookEvery();
        Rounds rounds = new Rounds("mapping-watch", 1)
                .every(often, "following published mapping sets", mappings::lookAtShared)
                .every(often, "releasing what waits for a table", waiting::release)
                .every(often, "saying which mapping set runs", () -> instance.say(mappings));
        return settings.reload() ? rounds.every(often, "following the mapping files", mappings::lookAtFiles) : rounds;
    }

    @Bean
    Rounds routeRounds(RouteWatch routes, MappingSettings settings) {
        Rounds rounds = new Rounds("route-watch", 1).first(routes::begin);
        return settings.reload()
                ? rounds.every(settings.lookEvery(), "following the route files", routes::look)
                : rounds;
    }
}
