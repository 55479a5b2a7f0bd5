package org.hotlinegateway.ledger;

class PostgresLedgerTest extends LedgerContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
