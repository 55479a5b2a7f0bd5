package org.hotlinegateway.journey;

import java.nio.file.Path;
import org.hotlinegateway.ledger.PostgresServer;

class PostgresJourneyTest extends JourneyContract {
    @Override
    String ledgerUrl(Path dataDir) {
        return PostgresServer.newDatabase();
    }
}
