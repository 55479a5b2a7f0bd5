package org.hotlinegateway.ledger;

class PostgresRecordingTest extends RecordingContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
