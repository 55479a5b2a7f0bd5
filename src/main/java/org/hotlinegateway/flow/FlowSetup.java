package org.hotlinegateway.flow;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.casework.Casework;
import org.hotlinegateway.delivery.Backoff;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.delivery.Outcomes;
import org.hotlinegateway.delivery.SharedLimits;
import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.FatalLedgerError;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.PeerSettings;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.peer.Answer;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.OutboundSigner;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.supervision.LastWords;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the routes name: {@code inbox}, {@code outbox}, {@code mapping:} and one HTTP line per peer. */
@Configuration(proxyBeanMethods = false)
class FlowSetup {
    private static final int LEDGER_LOST = 70;

    @Bean
    Unmapped unmapped(Ledger ledger) {
        return new Unmapped(ledger);
    }

    /** After a failed sync the only safe way on is a new process; a tidy shutdown would write again. */
    @Bean
    FatalLedgerError exitWhenTheLedgerIsLost(ObjectProvider<LastWords> lastWords) {
        return cause -> {
            LoggerFactory.getLogger(FlowSetup.class).error("the ledger's disk cannot be trusted, exiting", cause);
            lastWords.ifAvailable(words -> words.say(cause));
            Runtime.getRuntime().halt(LEDGER_LOST);
        };
    }

    @Bean
    Decides decides(Casework casework) {
        return casework::decide;
    }

    @Bean
    Hears hears(Casework casework) {
        return new Hears() {
            @Override
            public void answered(LedgerTx tx, ClaimedDelivery delivered, Answer answer) {
                casework.answered(tx, delivered, answer);
            }

            @Override
            public byte[] asSent(ClaimedDelivery claimed) {
                return casework.asSent(claimed);
            }
        };
    }

    @Bean
    Inbox inbox(Ledger ledger, DeskBook desk, Decides casework, Clock clock, FlowSettings settings) {
        return new Inbox(
                ledger, desk, casework, new Faults(clock, settings.firstFaultDelay()), settings.faultsBeforeParking());
    }

    @Bean
    Lanes lanes(SqlLedger ledger, Peers peers, Clock clock, FlowSettings settings, LiveLimits limits) {
        return new Lanes(ledger, peers, clock, ledger.owner(), settings.feeds(), limits);
    }

    @Bean
    SharedLimits sharedLimits(LiveLimits live, PeerSettings settings, Publications gateways, Clock clock) {
        return new SharedLimits(live, settings, gateways, clock);
    }

    @Bean
    Outbox outbox(
            Ledger ledger,
            Lanes lanes,
            Hears casework,
            Peers peers,
            OutboundSigner signer,
            MeterRegistry meters,
            Clock clock) {
        Outcomes outcomes = new Outcomes(clock, new Backoff(RandomGenerator.getDefault()));
        return new Outbox(ledger, lanes, outcomes, casework, peers, signer, new DeliveryMeters(meters), clock);
    }

    @Bean
    FileLeg fileLeg(Ledger ledger, Peers peers, AttachmentFiles files, Outbox outbox, Clock clock) {
        return new FileLeg(ledger, peers, files, outbox, clock);
    }

    @Bean
    PeerLines peerLines(Peers peers) {
        Map<String, PeerHttp> lines = new HashMap<>();
        peers.all().forEach(peer -> lines.put(peer.code(), PeerHttp.to(peer.outbound())));
        return new PeerLines(lines);
    }

    @Bean
    CamelContextConfiguration namesForRoutes(PeerLines lines, Peers peers) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                lines.bindIn(camel.getRegistry());
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                peers.all().forEach(peer -> requireQuery(camel, peer));
            }
        };
    }

    private static void requireQuery(CamelContext camel, PeerProfile peer) {
        String query = peer.outbound().query();
        if (query != null && camel.getRoute(query) == null) {
            throw new IllegalStateException("gateway.peers." + peer.code() + ".outbound.query: no route '" + query
                    + "'. Expected the name of a file of gateway.routes-dir without .camel.yaml");
        }
    }
}
