package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.hotlinegateway.vault.KeyRing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The data folder of a gateway, and the keys of what is sealed in it. */
final class DataFolder {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data folder of the gateway (default: ${DEFAULT-VALUE}).",
            defaultValue = "./data")
    private Path path = Path.of("data");

    @Mixin
    private final StorageKeys keys = new StorageKeys();

    Path path() {
        return path;
    }

    /** @throws IllegalArgumentException when there are none */
    KeyRing requireKeys() {
        return keys.require(path);
    }

    Optional<KeyRing> keysIfGiven() {
        return keys.ifGiven(path);
    }
}
