package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.time.Clock;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.NewPublication;
import org.hotlinegateway.ledger.Publication;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.mapping.SetArchive;

/** Goes back to an earlier mapping set while no gateway answers: it starts with that set, unless its files were edited. */
public final class OfflinePublication {
    private final LedgerSettings ledger;
    private final Path dataDir;

    /**
     * @param url JDBC address of the ledger, or null for the one in the data folder
     * @param user for PostgreSQL, or null
     * @param password for PostgreSQL, or null
     */
    public OfflinePublication(
            Path dataDir,
            @org.jspecify.annotations.Nullable String url,
            @org.jspecify.annotations.Nullable String user,
            @org.jspecify.annotations.Nullable String password) {
        this.dataDir = dataDir;
        String address = url == null ? "jdbc:sqlite:" + dataDir + "/ledger.db" : url;
        this.ledger = LedgerSettings.at(address, user, password);
    }

    /** Publishes a kept set on the ledger; a ledger of SQLite refuses while a gateway runs on it. */
    public Publication rollback(String digest, String by, String reason) {
        byte[] zip = new SetArchive(dataDir.resolve("mapping-sets")).zip(digest);
        try (SqlLedger open = SqlLedger.openWithoutKeys(ledger, Clock.systemUTC())) {
            return open.publications()
                    .publish(new NewPublication(digest, zip, "rollback", by, "command line", reason))
                    .join();
        }
    }
}
