package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The storage keys: from a file, the environment, or the data folder of a demo. */
final class StorageKeys {
    private static final String VARIABLE = "GATEWAY_KEYS";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Storage keys (default: " + VARIABLE + ", else gateway.keys in the data folder).")
    private @Nullable Path file;

    /** @throws IllegalArgumentException when there are none */
    KeyRing require(@Nullable Path dataDir) {
        return ifGiven(dataDir)
                .orElseThrow(() -> new IllegalArgumentException("no storage keys. Expected " + VARIABLE
                        + " in the environment, --keys FILE or --data-dir DIR"));
    }

    Optional<KeyRing> ifGiven(@Nullable Path dataDir) {
        String text = System.getenv(VARIABLE);
        if (file == null && text != null) {
            return Optional.of(KeyRing.parse(text));
        }
        Path kept = dataDir == null ? null : dataDir.resolve("gateway.keys");
        Path found = file != null ? file : kept;
        return found == null || file == null && !Files.exists(found) ? Optional.empty() : Optional.of(read(found));
    }

    private static KeyRing read(Path file) {
        try {
            return KeyRing.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the storage keys " + file, e);
        }
    }
}
