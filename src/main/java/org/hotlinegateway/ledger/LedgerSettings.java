package org.hotlinegateway.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the ledger is kept and how much it does at a time.
 *
 * @param url JDBC address, {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}; by default SQLite in the data folder
 * @param user for PostgreSQL, unless the address says it
 * @param password for PostgreSQL, unless the address says it
 * @param batch most units of work in one commit
 * @param queue most units waiting for the writer; beyond that they are refused
 * @param readers connections for reading
 * @param sweepBatch most rings per peer and sweep
 * @param ringAgainSeconds how long a ring is trusted before the sweep rings again
 * @param keepFree room that must be free on the disk of an embedded ledger for new messages to be taken
 */
@ConfigurationProperties("gateway.ledger")
public record LedgerSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("128") int batch,
        @DefaultValue("10000") int queue,
        @DefaultValue("4") int readers,
        @DefaultValue("2000") int sweepBatch,
        @DefaultValue("30") int ringAgainSeconds,
        @DefaultValue("256MB") DataSize keepFree) {

    /** These settings, with SQLite in the data folder when no address is given. */
    LedgerSettings in(String dataDir) {
        boolean given = url != null && !url.isBlank();
        String address = given ? url : "jdbc:sqlite:" + dataDir + "/ledger.db";
        return new LedgerSettings(
                address, user, password, batch, queue, readers, sweepBatch, ringAgainSeconds, keepFree);
    }

    /** The default settings for an address. */
    public static LedgerSettings at(String url) {
        return at(url, null, null);
    }

    /** The default settings for an address and whom to be there. */
    public static LedgerSettings at(String url, @Nullable String user, @Nullable String password) {
        return new LedgerSettings(url, user, password, 128, 10_000, 4, 2000, 30, DataSize.ofMegabytes(1));
    }
}
