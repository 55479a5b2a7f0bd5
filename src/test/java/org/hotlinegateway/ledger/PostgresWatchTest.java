package org.hotlinegateway.ledger;

class PostgresWatchTest extends WatchContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
