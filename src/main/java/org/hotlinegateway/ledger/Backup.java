package org.hotlinegateway.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an embedded ledger and of what lies beside it, in one zip file, taken while a gateway runs on it. Sealed values
 * stay sealed in it, and the keys are never in it.
 */
public final class Backup {
    static final String LEDGER = "ledger.db";

    private Backup() {}

    /**
     * Takes one.
     *
     * @param dataDir data folder of the gateway
     * @param target file to make; must not exist
     * @param keys storage keys to hold against it, or null
     * @throws IllegalStateException when what was copied is not whole
     */
    public static BackupManifest take(Path dataDir, Path target, @Nullable KeyRing keys, Instant now) {
        Path ledger = dataDir.resolve(LEDGER);
        if (!Files.isRegularFile(ledger)) {
            throw new IllegalStateException("no ledger at " + ledger + ". Expected the data folder of a gateway with an"
                    + " embedded ledger; a PostgreSQL is backed up with pg_dump");
        }
        if (Files.exists(target)) {
            throw new IllegalStateException(target + " exists. Expected a new file");
        }
        Path folder = workFolder(target);
        try {
            Path copy = folder.resolve(LEDGER);
            copy(ledger, copy);
            BackupManifest manifest = BackupManifest.of(whole(copy, keys), now);
            Path zip = folder.resolve("backup.zip");
            BackupManifest written = BackupZip.write(zip, manifest, copy, dataDir);
            sync(zip);
            Files.move(zip, target, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("the backup " + target + " cannot be written", e);
        } finally {
            BackupZip.delete(folder);
        }
    }

    /** Beside the target, so that what is finished needs only another name. */
    private static Path workFolder(Path target) {
        try {
            return Files.createTempDirectory(target.toAbsolutePath().getParent(), ".backup");
        } catch (IOException e) {
            throw new UncheckedIOException("the backup " + target + " cannot be written", e);
        }
    }

    /** One state of the ledger, whatever is written meanwhile. */
    private static void copy(Path ledger, Path copy) {
        Properties waiting = new Properties();
        waiting.setProperty("busy_timeout", "10000");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger, waiting);
                PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new LedgerException("the ledger " + ledger + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** What a ledger file holds; refuses one that is not whole. */
    static LedgerState whole(Path ledger, @Nullable KeyRing keys) {
        LedgerState state = look("jdbc:sqlite:" + ledger, null, null, keys);
        if (!state.problems().isEmpty()) {
            throw new IllegalStateException("the ledger is not whole: " + String.join("; ", state.problems()));
        }
        return state;
    }

    /** Looks at a ledger of either kind; a gateway may be running on it. */
    public static LedgerState look(
            String url, @Nullable String user, @Nullable String password, @Nullable KeyRing keys) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
            properties.setProperty("password", password == null ? "" : password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return new LedgerCheck(connection, Dialect.of(url)).look(keys);
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be read: " + e.getMessage(), e);
        }
    }

    /** Tells whether a backup file is whole: every hash, then the ledger in it. */
    public static BackupManifest verify(Path file, @Nullable KeyRing keys) {
        Path folder = workFolder(file);
        try {
            BackupManifest manifest = BackupZip.read(file, folder);
            whole(folder.resolve(LEDGER), keys);
            return manifest;
        } finally {
            BackupZip.delete(folder);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
