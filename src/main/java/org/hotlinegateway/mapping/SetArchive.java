package org.hotlinegateway.mapping;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Every mapping set that was ever live, by its digest, and when, by whom and why it went live. Each file is written
 * aside, synced and renamed, so that a crash leaves the old or the new one, never half of it.
 */
public final class SetArchive {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HISTORY = "history.tsv";

    private final Path folder;

    public SetArchive(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder of mapping sets " + folder, e);
        }
    }

    /** Keeps all files of a set; a set that is kept already costs nothing. */
    public synchronized void keep(MappingSet set) {
        if (!holds(set.digest())) {
            write(file(set.digest()), zip(set));
        }
    }

    public boolean holds(String digest) {
        return DIGEST.matcher(digest).matches() && Files.isRegularFile(file(digest));
    }

    /** The set with this digest, compiled from the kept files; empty when it was never live here. */
    public Optional<MappingSet> open(String digest) {
        return holds(digest) ? Optional.of(named(digest, MappingSet.load(files(digest)))) : Optional.empty();
    }

    /** The same, taking over what an earlier set compiled from files that are the same in this one. */
    public Optional<MappingSet> open(String digest, MappingSet earlier) {
        return holds(digest) ? Optional.of(named(digest, MappingSet.load(files(digest), earlier))) : Optional.empty();
    }

    private MappingSet named(String digest, MappingSet set) {
        if (!set.digest().equals(digest)) {
            throw new IllegalStateException(file(digest) + " holds the mapping set " + set.digest());
        }
        return set;
    }

    /**
     * Keeps the files of a set that another gateway published.
     *
     * @throws MappingProblems when they cannot be compiled here
     */
    public synchronized void keep(String digest, byte[] zip) {
        if (!holds(digest)) {
            opened(digest, zip);
            write(file(digest), zip);
        }
    }

    /** A set compiled from its files as they are handed on; keeps nothing. */
    public static MappingSet opened(String digest, byte[] zip) {
        MappingSet set = MappingSet.load(unzipped(zip));
        if (!set.digest().equals(digest)) {
            throw new IllegalStateException("files of the mapping set " + set.digest() + " came as " + digest);
        }
        return set;
    }

    /** The files of a kept set as they are handed on. */
    public byte[] zip(String digest) {
        try {
            return Files.readAllBytes(file(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mapping set " + file(digest), e);
        }
    }

    /** The files of a set, the same bytes for the same files. */
    static byte[] zip(MappingSet set) {
        return zipped(set.contents());
    }

    /** Adds to the history for good; what was recorded before is never changed. */
    public synchronized void record(WentLive entry) {
        List<WentLive> all = new ArrayList<>(history());
        all.add(entry);
        StringBuilder text = new StringBuilder();
        all.forEach(one -> text.append(one.line()).append('\n'));
        write(folder.resolve(HISTORY), text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Which set went live when, oldest first. */
    public List<WentLive> history() {
        Path file = folder.resolve(HISTORY);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(WentLive::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The last entry of the history. */
    Optional<WentLive> last() {
        List<WentLive> all = history();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private Path file(String digest) {
        return folder.resolve(digest + ".zip");
    }

    /** The same files give the same bytes. */
    private static byte[] zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The files of a kept set by name, in the order of names. */
    public Map<String, byte[]> files(String digest) {
        Path file = file(digest);
        try {
            return unzipped(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mapping set " + file, e);
        }
    }

    static Map<String, byte[]> unzipped(byte[] bytes) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a mapping set", e);
        }
        return files;
    }

    private void write(Path file, byte[] bytes) {
        Path aside = folder.resolve(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Makes the rename itself outlive a power cut. */
    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
