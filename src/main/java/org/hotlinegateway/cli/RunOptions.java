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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One mapping file, one sample, and the context it runs in. */
final class RunOptions {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Mapping file.")
    private @Nullable Path file;

    @Option(names = "--in", paramLabel = "SAMPLE", description = "Message to convert.")
    private @Nullable Path sample;

    @Option(names = "--at", paramLabel = "TIME", description = "What $now is, with offset (default: now).")
    private @Nullable OffsetDateTime at;

    @Option(names = "--context", paramLabel = "NAME=VALUE", description = "Further context values.")
    private final Map<String, String> values = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether a mapping file was named at all. */
    boolean given() {
        return file != null;
    }

    String name() {
        return MappingFiles.nameOf(file());
    }

    Path file() {
        return needed(file, "parameter: 'FILE'");
    }

    private Path needed(@Nullable Path path, String what) {
        if (path == null) {
            throw new ParameterException(spec.commandLine(), "Missing required " + what);
        }
        return path;
    }

    Path folder() {
        return files.folder(List.of(file()));
    }

    MappingSet load() {
        return files.load(List.of(file()));
    }

    /** Signed fields show their scheme, as secrets stay with the gateway. */
    MappingContext context() {
        Instant now = at == null ? Instant.now() : at.toInstant();
        return new MappingContext(now, values, (scheme, siblings, charset) -> "signed by " + scheme);
    }

    byte[] message() {
        Path in = needed(sample, "option: '--in=SAMPLE'");
        try {
            return Files.readAllBytes(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + in, e);
        }
    }
}
