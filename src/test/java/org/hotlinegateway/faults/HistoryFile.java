package org.hotlinegateway.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A history: one fact a line, cells separated by tabs, only ever added to. A fact is with the operating system before
 * anybody acts on it, so that it outlives every process of a run; a last line that was cut short is not a fact.
 */
final class HistoryFile implements AutoCloseable {
    private final FileOutputStream out;

    HistoryFile(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = new FileOutputStream(file.toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the history " + file, e);
        }
    }

    synchronized void add(Object... cells) {
        String line = Arrays.stream(cells)
                .map(cell -> String.valueOf(cell).replaceAll("[\\t\\n\\r]", " "))
                .collect(Collectors.joining("\t", "", "\n"));
        try {
            out.write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a history cannot be written", e);
        }
    }

    /** The facts of a file, oldest first; none when there is no file. */
    static List<String[]> rows(Path file) {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file, UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the history " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a history cannot be closed", e);
        }
    }
}
