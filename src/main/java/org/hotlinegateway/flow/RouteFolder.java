package org.hotlinegateway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the routes folder; tells when they have changed and come to rest. */
final class RouteFolder {
    private final Path folder;
    private Map<String, String> seen = Map.of();

    RouteFolder(Path folder) {
        this.folder = folder;
    }

    /** The texts of all files, by name. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RouteFolder::isRouteFile).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the routes folder " + folder, e);
        }
        return texts;
    }

    private static boolean isRouteFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(RouteFile.SUFFIX) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** The texts, when they are the same as at the last look. */
    Optional<Map<String, String>> rested() {
        Map<String, String> now = texts();
        boolean atRest = now.equals(seen);
        seen = now;
        return atRest ? Optional.of(now) : Optional.empty();
    }
}
