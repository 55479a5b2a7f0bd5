package org.hotlinegateway.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hotlinegateway.vault.KeyedHash;
import org.hotlinegateway.vault.SealedFile;
import org.hotlinegateway.vault.SealedFileWriter;
import org.hotlinegateway.vault.SealedFiles;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of attachments: sealed files under one folder, each under a keyed hash of its content. A file is whole,
 * synced and in its place before the ledger knows it. Several gateways share the folder when they share a ledger.
 */
final class FileStore {
    private static final int BUFFER = 16 * 1024;
    private static final String INCOMING = "incoming";

    private final Path folder;
    private final SealedFiles sealed;
    private final KeyedHash hashes;
    private final FileTypes types;

    FileStore(Path folder, SealedFiles sealed, KeyedHash hashes, FileTypes types) {
        this.folder = folder;
        this.sealed = sealed;
        this.hashes = hashes;
        this.types = types;
    }

    /**
     * Takes bytes to their end into a sealed temporary file.
     *
     * @throws NotTaken when there are more than {@code limit}
     * @throws IOException when the source breaks off or the disk is in trouble; nothing is left behind
     */
    Received receive(InputStream in, long limit, @Nullable String name) throws IOException, NotTaken {
        Path temporary = folder(INCOMING).resolve(UUID.randomUUID().toString());
        try (SealedFileWriter writer = sealed.create(temporary)) {
            Measure measure = new Measure();
            copy(in, limit, writer, measure);
            Facts facts = measure.facts(types, name);
            String address = hashes.of("file:" + facts.sha256());
            writer.finish(address);
            return new Received(temporary, address, facts);
        } catch (IOException | NotTaken | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private static void copy(InputStream in, long limit, SealedFileWriter writer, Measure measure)
            throws IOException, NotTaken {
        byte[] buffer = new byte[BUFFER];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            measure.pass(buffer, 0, got);
            if (measure.size() > limit) {
                throw new NotTaken(Finding.TOO_LARGE);
            }
            writer.write(buffer, 0, got);
        }
    }

    /** Puts a received file in its place for good; the same content in the same place is replaced. */
    void keep(Received received) throws IOException {
        Path place = place(received.address());
        Path parent = folder(parent(received.address()));
        Files.move(received.temporary(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(parent);
    }

    /** Forgets a received file that is not kept. */
    void drop(Received received) {
        delete(received.temporary());
    }

    /** Opens kept bytes, having made sure of their beginning, end and address. */
    SealedFile open(String address) throws IOException {
        return sealed.open(place(address), address);
    }

    /** Removes kept bytes. */
    void remove(String address) {
        delete(place(address));
    }

    /**
     * Removes what was left behind: temporary files and kept bytes that nobody knows, when they were written before a
     * time; returns how many.
     */
    int sweep(Instant before, Predicate<String> known) {
        int removed = 0;
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            boolean temporary = file.startsWith(folder.resolve(INCOMING));
            if (isOlder(file, before) && (temporary || !known.test(name)) && isOlder(file, before)) {
                delete(file);
                removed++;
            }
        }
        return removed;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of attachments cannot be read", e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the attachments cannot be removed", e);
        }
    }

    private Path place(String address) {
        return folder.resolve(parent(address)).resolve(address);
    }

    private static String parent(String address) {
        return address.substring(0, 2);
    }

    /** A folder within, made for the owner only and synced into its parent. */
    private Path folder(String name) throws IOException {
        Path wanted = folder.resolve(name);
        if (!Files.isDirectory(wanted)) {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(wanted);
            }
            sync(folder);
        }
        return wanted;
    }

    /** Makes a rename last; on systems where a folder cannot be opened the rename is synced with the file. */
    private static void sync(Path directory) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            throw new IOException("the folder of attachments has gone", e);
        }
    }
}
