package org.hotlinegateway.ledger;

class PostgresRestoredTest extends RestoredContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
