package org.hotlinegateway.ledger;

class PostgresPublicationTest extends PublicationContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }

    @Override
    SqlLedger second() {
        return open();
    }
}
