package org.hotlinegateway.ledger;

class PostgresDeskTest extends DeskContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
