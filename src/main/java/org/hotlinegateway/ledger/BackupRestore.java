package org.hotlinegateway.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;

/** Puts an embedded ledger back from a backup: checked, marked as restored, and only then in its place. */
public final class BackupRestore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> LEDGER_FILES =
            List.of(Backup.LEDGER, Backup.LEDGER + "-wal", Backup.LEDGER + "-shm");

    private final Path dataDir;
    private final KeyRing keys;
    private final Clock clock;

    public BackupRestore(Path dataDir, KeyRing keys, Clock clock) {
        this.dataDir = dataDir;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Puts it back; returns how many deliveries are of unknown outcome now.
     *
     * @param file the backup
     * @param replace true sets a ledger that is there aside; false refuses
     * @param restoration makes of the time of the backup what the ledger must know of its restoration
     */
    public int from(Path file, boolean replace, Function<BackupManifest, Restoration> restoration) {
        try {
            Files.createDirectories(dataDir);
            try (LedgerLock lock = LedgerLock.take(dataDir)) {
                requireNone(replace);
                return unpack(file, restoration);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be put into " + dataDir, e);
        }
    }

    private void requireNone(boolean replace) {
        Path ledger = dataDir.resolve(Backup.LEDGER);
        if (Files.exists(ledger) && !replace) {
            throw new IllegalStateException(
                    ledger + " exists. Expected a folder without a ledger, or --replace to set it aside");
        }
    }

    private int unpack(Path file, Function<BackupManifest, Restoration> restoration) throws IOException {
        Path work = Files.createTempDirectory(dataDir, ".restore");
        try {
            BackupManifest manifest = BackupZip.read(file, work);
            Backup.whole(work.resolve(Backup.LEDGER), keys);
            int open = mark(work.resolve(Backup.LEDGER), restoration.apply(manifest));
            setAside();
            for (String name : manifest.files().keySet()) {
                place(work.resolve(name), dataDir.resolve(name));
            }
            return open;
        } finally {
            BackupZip.delete(work);
        }
    }

    private int mark(Path copy, Restoration restoration) {
        try (SqlLedger ledger =
                SqlLedger.open(LedgerSettings.at("jdbc:sqlite:" + copy), new FieldCipher(keys), clock, cause -> {})) {
            return restoration.mark(ledger);
        }
    }

    /** What is there may still tell something: it is kept. */
    private void setAside() throws IOException {
        Path aside = dataDir.resolve("before-restore-" + STAMP.format(clock.instant()));
        for (String name : LEDGER_FILES) {
            if (Files.exists(dataDir.resolve(name))) {
                Files.createDirectories(aside);
                Files.move(dataDir.resolve(name), aside.resolve(name));
            }
        }
    }

    /** Files beside the ledger are never changed once written: those that are there stay. */
    private static void place(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
