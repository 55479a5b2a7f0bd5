package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PostgresAuditTest extends AuditContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }

    @Test
    void twoGatewaysWriteOneChain() {
        SqlLedger other = open();

        CompletableFuture<List<Long>> beside = CompletableFuture.supplyAsync(() -> fill(other, 200));
        fill(ledger, 200);
        beside.join();

        assertThat(audit(ledger).chain())
                .extracting(AuditChain::lines, AuditChain::brokenAt)
                .containsExactly(400L, null);
    }
}
