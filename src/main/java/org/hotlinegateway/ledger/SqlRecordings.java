package org.hotlinegateway.ledger;

import java.util.List;
import java.util.Optional;

/** What messages and deliveries were made of, on the ledger's own database. */
final class SqlRecordings implements Recordings {
    private final SqlLedger ledger;

    SqlRecordings(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Recorded> recordedMessage(String id) {
        return ledger.read(tables -> tables.recordings().recordedMessage(id));
    }

    @Override
    public Optional<Recorded> recordedDelivery(String id) {
        return ledger.read(tables -> tables.recordings().recordedDelivery(id));
    }

    @Override
    public List<Recorded> recordedMessages(Period period, Recorded.Place after, int limit) {
        return ledger.read(tables -> tables.recordings().recordedMessages(period, after, limit));
    }

    @Override
    public List<Recorded> recordedDeliveries(Period period, Recorded.Place after, int limit) {
        return ledger.read(tables -> tables.recordings().recordedDeliveries(period, after, limit));
    }

    @Override
    public long countRecorded(Period period) {
        return ledger.read(tables -> tables.recordings().countRecorded(period));
    }

    @Override
    public List<byte[]> documents(List<Long> deliveryIds) {
        return ledger.read(tables -> tables.recordings().documents(deliveryIds));
    }
}
