package org.hotlinegateway.journey;

import java.nio.file.Path;

class SqliteJourneyTest extends JourneyContract {
    @Override
    String ledgerUrl(Path dataDir) {
        return "jdbc:sqlite:" + dataDir.resolve("ledger.db");
    }
}
