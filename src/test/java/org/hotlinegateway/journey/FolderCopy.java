package org.hotlinegateway.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies a folder for a test that edits it. */
final class FolderCopy {
    private FolderCopy() {}

    static void of(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
