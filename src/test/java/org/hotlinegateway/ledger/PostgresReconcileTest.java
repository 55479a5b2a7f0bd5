package org.hotlinegateway.ledger;

class PostgresReconcileTest extends ReconcileContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
