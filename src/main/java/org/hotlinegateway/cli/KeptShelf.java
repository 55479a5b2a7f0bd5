package org.hotlinegateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.SetArchive;
import org.hotlinegateway.workbench.SetShelf;

/** The sets that converted what is in a ledger: kept in the data folder, else published to the ledger. */
final class KeptShelf {
    private KeptShelf() {}

    static SetShelf of(Path dataDir, LedgerReader reader) {
        Path folder = dataDir.resolve("mapping-sets");
        return new SetShelf(digest ->
                kept(folder, digest).or(() -> reader.publishedSet(digest).map(zip -> SetArchive.opened(digest, zip))));
    }

    private static Optional<MappingSet> kept(Path folder, String digest) {
        return Files.isDirectory(folder) ? new SetArchive(folder).open(digest) : Optional.empty();
    }
}
