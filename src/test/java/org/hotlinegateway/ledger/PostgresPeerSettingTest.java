package org.hotlinegateway.ledger;

class PostgresPeerSettingTest extends PeerSettingContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
