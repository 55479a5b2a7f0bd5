package org.hotlinegateway.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Puts mapping files into a folder of their own and loads them, for tests of the language. */
final class MappingBench {
    static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");

    private final Path folder;

    MappingBench() {
        try {
            this.folder = Files.createTempDirectory("mappings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.toFile().deleteOnExit();
    }

    MappingBench with(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path folder() {
        return folder;
    }

    MappingSet load() {
        return MappingSet.load(folder);
    }

    /** A file {@code t.map.yaml} with these rules, JSON to JSON. */
    MappingBench rules(String rules) {
        return file("{ format: json }", "{ format: json }", rules);
    }

    MappingBench file(String source, String target, String rules) {
        String head = "language: 1\nmapping: t\nsource: " + source + "\ntarget: " + target + "\n";
        return with("t.map.yaml", head + rules);
    }

    static MappingContext context() {
        return new MappingContext(
                NOW,
                Map.of("messageId", "M-1", "caseNo", "C-1", "attempt", "2"),
                (scheme, siblings, charset) -> scheme + siblings + charset);
    }

    Mapped apply(String source) {
        return apply(source.getBytes(StandardCharsets.UTF_8));
    }

    Mapped apply(byte[] source) {
        return load().mapping("t").apply(source, context());
    }
}
