package org.hotlinegateway.ledger;

class PostgresAttachmentTest extends AttachmentContract {
    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
