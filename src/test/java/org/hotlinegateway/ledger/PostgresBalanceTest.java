package org.hotlinegateway.ledger;

class PostgresBalanceTest extends BalanceContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
