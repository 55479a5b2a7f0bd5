package org.hotlinegateway.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** The file of a backup: the ledger, the folders beside it, and last the manifest with the hash of each. */
final class BackupZip {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MANIFEST = "manifest.json";

    /** Folders of a gateway's data that belong to its ledger. */
    private static final List<String> BESIDE = List.of("mapping-sets", "files");

    private BackupZip() {}

    static BackupManifest write(Path zip, BackupManifest manifest, Path ledger, Path dataDir) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            hashes.put(Backup.LEDGER, add(out, Backup.LEDGER, ledger));
            for (String folder : BESIDE) {
                for (Path file : filesBelow(dataDir.resolve(folder))) {
                    String name = dataDir.relativize(file).toString().replace('\\', '/');
                    addIfThere(out, name, file, hashes);
                }
            }
            BackupManifest whole = manifest.with(hashes);
            out.putNextEntry(new ZipEntry(MANIFEST));
            out.write(JSON.writeValueAsBytes(whole));
            return whole;
        }
    }

    /** A file that a gateway took away meanwhile was none of the ledger's when the ledger was copied. */
    private static void addIfThere(ZipOutputStream out, String name, Path file, Map<String, String> hashes)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            out.putNextEntry(new ZipEntry(name));
            hashes.put(name, copy(in, out));
        } catch (NoSuchFileException gone) {
            hashes.remove(name);
        }
    }

    private static String add(ZipOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, out);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Unpacks a backup into an empty folder; refuses one in which a byte differs. */
    static BackupManifest read(Path file, Path folder) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                throw new IllegalStateException(file + " is no backup of a ledger: it has no " + MANIFEST);
            }
            BackupManifest manifest = JSON.readValue(zip.getInputStream(entry).readAllBytes(), BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT || !manifest.files().containsKey(Backup.LEDGER)) {
                throw new IllegalStateException(file + " is of another format than " + BackupManifest.FORMAT);
            }
            for (Map.Entry<String, String> one : manifest.files().entrySet()) {
                unpack(zip, one.getKey(), one.getValue(), folder);
            }
            return manifest;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read as a backup: " + e.getMessage(), e);
        }
    }

    private static void unpack(ZipFile zip, String name, String hash, Path folder) throws IOException {
        Path target = folder.resolve(name).normalize();
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || !target.startsWith(folder)) {
            throw new IllegalStateException(zip.getName() + ": " + name + " is missing");
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            if (!copy(in, out).equals(hash)) {
                throw new IllegalStateException(zip.getName() + ": " + name + " has another hash than it was given");
            }
        }
    }

    /** Copies and gives the SHA-256. */
    private static String copy(InputStream in, OutputStream out) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(out);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be deleted", e);
        }
    }
}
