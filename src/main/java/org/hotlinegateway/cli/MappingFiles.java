package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.MappingSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where mapping files, their tables, schemas and samples lie. */
final class MappingFiles {
    private static final String ENDING = ".map.yaml";
    private static final List<String> SIGNS = List.of("tables", "schemas", "samples");

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            description = "Mappings folder (default: found from FILE, else ./mappings).")
    private @Nullable Path mappings;

    /** The folder given, else the nearest above the file that looks like one, else {@code ./mappings}. */
    Path folder(List<Path> files) {
        if (mappings != null) {
            return mappings;
        }
        return files.isEmpty() ? Path.of("mappings") : above(files.get(0));
    }

    private static Path above(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path parent = Files.isDirectory(whole) ? whole : whole.getParent();
        for (Path at = parent; at != null; at = at.getParent()) {
            Path here = at;
            if (SIGNS.stream().anyMatch(sign -> Files.isDirectory(here.resolve(sign)))) {
                return at;
            }
        }
        return parent == null ? Path.of(".") : parent;
    }

    /** The set of these files and of all mapping files in these folders; without any, of the whole mappings folder. */
    MappingSet load(List<Path> files) {
        Path folder = folder(files);
        return files.isEmpty()
                ? MappingSet.load(folder)
                : MappingSet.load(
                        folder, files.stream().flatMap(MappingFiles::within).toList());
    }

    private static Stream<Path> within(Path file) {
        if (!Files.isDirectory(file)) {
            return Stream.of(file);
        }
        try (Stream<Path> all = Files.walk(file)) {
            List<Path> found =
                    all.filter(one -> one.toString().endsWith(ENDING)).sorted().toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(file + ": no mapping file in this folder. Expected *" + ENDING);
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the folder cannot be read", e);
        }
    }

    /** The name of a file below the folder, with slashes; as given when it lies elsewhere. */
    static String name(Path folder, Path file) {
        Path root = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        Path name = absolute.startsWith(root) ? root.relativize(absolute) : file;
        return name.toString().replace('\\', '/');
    }

    /** The mapping's name: the file's name without its ending. */
    static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst(Pattern.quote(ENDING) + "$", "");
    }
}
