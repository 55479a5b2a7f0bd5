package org.hotlinegateway.cli;

import java.nio.file.Path;
import org.hotlinegateway.ledger.LedgerReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which ledger to read, and the keys of what is sealed in it. A gateway may be running on it. */
final class LedgerOptions {
    @Option(names = "--data-dir", paramLabel = "DIR", description = "Data folder of a gateway with its ledger.")
    private @Nullable Path dataDir;

    @Mixin
    private final LedgerAddress address = new LedgerAddress();

    /** Whether a ledger was named at all. */
    boolean given() {
        return dataDir != null || address.given();
    }

    /** Opens the ledger for reading. */
    LedgerReader open() {
        return address.open(dataDir);
    }
}
