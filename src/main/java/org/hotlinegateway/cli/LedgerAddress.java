package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.util.Map;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where a ledger lies that is not in the data folder, and the storage keys. Whom to be at PostgreSQL comes from the
 * environment, like the keys.
 */
final class LedgerAddress {
    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "Ledger elsewhere: jdbc:postgresql:… or jdbc:sqlite:…."
                    + " User and password: GATEWAY_LEDGER_USER, GATEWAY_LEDGER_PASSWORD.")
    private @Nullable String url;

    @Mixin
    private final StorageKeys keys = new StorageKeys();

    boolean given() {
        return url != null;
    }

    /** Opens the ledger for reading; of the data folder when no other is named. */
    LedgerReader open(@Nullable Path dataDir) {
        Map<String, String> environment = System.getenv();
        return LedgerReader.open(
                url == null ? "jdbc:sqlite:" + dataDir + "/ledger.db" : url,
                environment.get("GATEWAY_LEDGER_USER"),
                environment.get("GATEWAY_LEDGER_PASSWORD"),
                new FieldCipher(keys.require(dataDir)));
    }
}
