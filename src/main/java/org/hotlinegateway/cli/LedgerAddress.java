package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a ledger lies that is not in the data folder, and the storage keys. Whom to be at PostgreSQL comes from the
 * environment, like the keys.
 */
final class LedgerAddress {
    private static final String KEYS_VARIABLE = "GATEWAY_KEYS";

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "Ledger elsewhere: jdbc:postgresql:… or jdbc:sqlite:…."
                    + " User and password: GATEWAY_LEDGER_USER, GATEWAY_LEDGER_PASSWORD.")
    private @Nullable String url;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Storage keys (default: " + KEYS_VARIABLE + ", else gateway.keys in the data folder).")
    private @Nullable Path keys;

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
                new FieldCipher(keyRing(dataDir)));
    }

    private KeyRing keyRing(@Nullable Path dataDir) {
        String text = System.getenv(KEYS_VARIABLE);
        if (keys == null && text != null) {
            return KeyRing.parse(text);
        }
        Path file = keys == null && dataDir != null ? dataDir.resolve("gateway.keys") : keys;
        if (file == null) {
            throw new IllegalArgumentException("no storage keys. Expected " + KEYS_VARIABLE
                    + " in the environment, --keys FILE or --data-dir DIR");
        }
        try {
            return KeyRing.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the storage keys " + file, e);
        }
    }
}
