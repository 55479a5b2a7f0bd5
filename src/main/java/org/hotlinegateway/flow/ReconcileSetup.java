package org.hotlinegateway.flow;

import java.time.Clock;
import java.util.UUID;
import org.hotlinegateway.delivery.PeerList;
import org.hotlinegateway.delivery.ReconcilePlan;
import org.hotlinegateway.delivery.Reconciler;
import org.hotlinegateway.delivery.Reconciliation;
import org.hotlinegateway.ledger.Finding;
import org.hotlinegateway.ledger.Reconciliations;
import org.hotlinegateway.ledger.Reconciliations.Adopted;
import org.hotlinegateway.mapping.MappingSets;
import org.hotlinegateway.peer.Answer;
import org.hotlinegateway.peer.OutboundSigner;
import org.hotlinegateway.peer.Peers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts reconciliation together: who asks, who works, who hears of what a list acknowledges. */
@Configuration(proxyBeanMethods = false)
class ReconcileSetup {
    private static final JsonMapper JSON = new JsonMapper();

    @Bean
    Adopted adopted(Hears casework) {
        return (tx, delivery, finding) -> casework.answered(tx, delivery, answer(finding));
    }

    /** What the peer would have answered, had its answer reached us. */
    private static Answer answer(Finding finding) {
        JsonNode event = finding.event() == null ? JSON.createObjectNode() : JSON.readTree(finding.event());
        JsonNode type = event.path("type");
        return new Answer(
                Answer.Verdict.ACKNOWLEDGED,
                true,
                finding.theirNumber(),
                null,
                "reconciled",
                type.isString() ? type.asString() : null,
                type.isString() ? JSON.writeValueAsBytes(event.path("payload")) : null);
    }

    @Bean
    Reconciliation reconciliation(Reconciliations ledger, Peers peers, Clock clock, Adopted adopted) {
        return new Reconciliation(ledger, peers, clock, adopted);
    }

    /** Begins the daily reconciliations and works on all that are due. */
    @Bean
    Rounds reconcileRounds(
            Reconciliations ledger,
            Peers peers,
            MappingSets sets,
            OutboundSigner signer,
            PeerLines lines,
            Clock clock,
            Adopted adopted,
            ReconcileSettings settings) {
        PeerList lists = new PeerList(sets, signer, lines::post, clock);
        String owner = UUID.randomUUID().toString();
        ReconcilePlan plan = new ReconcilePlan(ledger, peers, clock, settings.dailyAt());
        Reconciler reconciler = new Reconciler(ledger, peers, lists, clock, owner, adopted);
        return new Rounds("reconciliation", 1).every(settings.lookEvery(), "reconciliation", () -> {
            plan.look();
            reconciler.work();
        });
    }
}
