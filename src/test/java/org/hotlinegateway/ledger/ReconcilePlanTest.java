package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import org.hotlinegateway.delivery.ReconcilePlan;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The daily reconciliation begins once for each peer and day. */
class ReconcilePlanTest extends LedgerFixture {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    @Test
    void aDayThatCouldNotBeBegunIsBegunAtTheNextLook() {
        Reconciliations reconciliations = new SqlReconciliations(ledger);
        ReconcilePlan plan =
                new ReconcilePlan(reconciliations, new Peers(Map.of("hotline", profile())), clock, LocalTime.MIN);
        execute("alter table reconcile_run rename to out_of_reach");
        assertThatThrownBy(plan::look).isInstanceOf(LedgerException.class);
        execute("alter table out_of_reach rename to reconcile_run");

        plan.look();
        plan.look();

        assertThat(reconciliations.runs("hotline", 10))
                .extracting(ReconcileRun::name)
                .containsExactly(
                        "daily/hotline/" + Sample.NOW.atZone(clock.getZone()).toLocalDate());
    }

    private void execute(String sql) {
        ledger.submit(tx -> tx.tables().sql().update(sql)).join();
    }

    private static PeerProfile profile() {
        Map<String, String> properties = Map.of(
                "peer.name", "hotline",
                "peer.inbound.auth", "HMAC_SM3",
                "peer.outbound.auth", "HMAC_SM3",
                "peer.outbound.answer", "hotline-answer",
                "peer.reconcile.path", "/list",
                "peer.reconcile.ask", "ask",
                "peer.reconcile.listing", "listing",
                "peer.reconcile.keys.other", "{id}");
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("peer", PeerProfile.class)
                .get();
    }
}
