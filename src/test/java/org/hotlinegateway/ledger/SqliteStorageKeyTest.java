package org.hotlinegateway.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageKeyTest extends StorageKeyContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }
}
