package org.hotlinegateway.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second gateway off the same embedded ledger; the operating system lets go when the process dies. */
final class LedgerLock implements AutoCloseable {
    private final FileChannel channel;

    private LedgerLock(FileChannel channel) {
        this.channel = channel;
    }

    static LedgerLock take(Path folder) {
        Path file = folder.resolve("ledger.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalStateException("another gateway uses " + folder + " (" + file + " is locked)."
                        + " Expected one process per embedded ledger: stop the other, choose another gateway.data-dir,"
                        + " or use PostgreSQL for several instances.");
            }
            return new LedgerLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's lock " + file + " cannot be taken", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
