package org.hotlinegateway.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files of a mappings folder as they stood at one moment: mapping files, tables, schemas, samples. What an editor
 * leaves beside them (hidden names, names ending in a tilde) is no part of it.
 */
public record FolderSnapshot(Map<String, byte[]> files) {

    /** Reads every file once. */
    public static FolderSnapshot of(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Path file : filesOf(folder)) {
                files.put(name(folder, file), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mappings folder " + folder, e);
        }
        return new FolderSnapshot(files);
    }

    /** Names, sizes and times of the files: equal as long as nobody writes, and cheap to ask for. */
    static String outline(Path folder) {
        StringBuilder outline = new StringBuilder();
        try {
            for (Path file : filesOf(folder)) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                outline.append(name(folder, file)).append('\n');
                outline.append(facts.size()).append(' ').append(facts.lastModifiedTime());
                outline.append(' ').append(facts.fileKey()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mappings folder " + folder, e);
        }
        return outline.toString();
    }

    /** SHA-256 over all files, 64 hexadecimal digits. */
    String fingerprint() {
        return MappingSet.digest(files);
    }

    /**
     * The set of these files, checked and compiled.
     *
     * @throws MappingProblems with every problem of every file
     */
    public MappingSet load() {
        return MappingSet.load(files);
    }

    /**
     * The same, taking over what an earlier set compiled from files that have not changed.
     *
     * @throws MappingProblems with every problem of every file
     */
    public MappingSet load(MappingSet earlier) {
        return MappingSet.load(files, earlier);
    }

    /** The failed tests of the set as problems at the place of each test; values of samples are not repeated. */
    public List<MappingProblem> failedTests(MappingSet set) {
        return new TestsPassed().failed(set, files);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> isPart(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isPart(Path name) {
        return StreamSupport.stream(name.spliterator(), false)
                .map(Path::toString)
                .noneMatch(part -> part.startsWith(".") || part.endsWith("~"));
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
