package org.hotlinegateway.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A key ring in a file that only its owner may read. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    static KeyRing read(Path file) {
        try {
            return KeyRing.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file + " cannot be read. Expected a readable file.", e);
        }
    }

    static KeyRing readOrGenerate(Path file) {
        if (!Files.exists(file)) {
            generate(file);
        }
        return read(file);
    }

    private static void generate(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            Files.writeString(
                    file,
                    KeyRing.generate(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file + " cannot be written", e);
        }
    }
}
