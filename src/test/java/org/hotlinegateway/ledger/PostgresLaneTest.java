package org.hotlinegateway.ledger;

class PostgresLaneTest extends LaneContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
