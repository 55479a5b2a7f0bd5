package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger to read, and the keys of what is sealed in it. A gateway may be running on it. */
final class LedgerOptions {
    private static final String KEYS_VARIABLE = "GATEWAY_KEYS";

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Data folder of a gateway with its ledger.")
    private @Nullable Path dataDir;

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "Ledger elsewhere: jdbc:postgresql:… or jdbc:sqlite:….")
    private @Nullable String url;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Storage keys (default: " + KEYS_VARIABLE + ", else gateway.keys in the data folder).")
    private @Nullable Path keys;

    /** Whether a ledger was named at all. */
    boolean given() {
        return dataDir != null || url != null;
    }

    /** Opens the ledger for reading. */
    LedgerReader open() {
        return LedgerReader.open(
                url == null ? "jdbc:sqlite:" + dataDir + "/ledger.db" : url, new FieldCipher(keyRing()));
    }

    private KeyRing keyRing() {
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
