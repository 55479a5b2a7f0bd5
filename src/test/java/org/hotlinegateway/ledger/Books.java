package org.hotlinegateway.ledger;

/** Parts of a ledger that the gateway gives out as beans, for tests without one. */
public final class Books {
    private Books() {}

    public static Watches watches(SqlLedger ledger) {
        return new SqlWatches(ledger);
    }

    public static Alerts alerts(SqlLedger ledger) {
        return new SqlAlerts(ledger);
    }
}
