package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One mapping file, one sample, and the context it runs in. */
final class RunOptions {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", description = "Mapping file.")
    private Path file = Path.of("");

    @Option(names = "--in", required = true, paramLabel = "SAMPLE", description = "Message to convert.")
    private Path sample = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", description = "What $now is, with offset (default: now).")
    private @Nullable OffsetDateTime at;

    @Option(names = "--context", paramLabel = "NAME=VALUE", description = "Further context values.")
    private final Map<String, String> values = new LinkedHashMap<>();

    String name() {
        return MappingFiles.nameOf(file);
    }

    Path file() {
        return file;
    }

    Path folder() {
        return files.folder(List.of(file));
    }

    MappingSet load() {
        return files.load(List.of(file));
    }

    /** Signed fields show their scheme, as secrets stay with the gateway. */
    MappingContext context() {
        Instant now = at == null ? Instant.now() : at.toInstant();
        return new MappingContext(now, values, (scheme, siblings, charset) -> "signed by " + scheme);
    }

    byte[] message() {
        try {
            return Files.readAllBytes(sample);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + sample, e);
        }
    }
}
