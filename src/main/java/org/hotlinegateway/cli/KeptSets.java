package org.hotlinegateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.SetArchive;
import org.hotlinegateway.mapping.WentLive;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The mapping sets that a gateway has kept in its data folder. */
final class KeptSets {
    private static final int DIGEST_AT_LEAST = 8;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data folder of the gateway (default: ${DEFAULT-VALUE}).",
            defaultValue = "./data")
    private Path data = Path.of("data");

    Path data() {
        return data;
    }

    SetArchive archive() {
        Path folder = data.resolve("mapping-sets");
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no mapping sets below " + data
                    + ". Expected the data folder of a gateway that ran: --data-dir DIR");
        }
        return new SetArchive(folder);
    }

    /** The digest of a kept set by its beginning, {@code live} or {@code previous}. */
    Optional<String> digest(String name) {
        List<WentLive> history = archive().history();
        if (name.equals("live") && !history.isEmpty()) {
            return Optional.of(history.get(history.size() - 1).digest());
        }
        if (name.equals("previous")) {
            return history.stream()
                    .map(WentLive::digest)
                    .filter(digest ->
                            !digest.equals(history.get(history.size() - 1).digest()))
                    .reduce((earlier, later) -> later);
        }
        List<String> matching = history.stream()
                .map(WentLive::digest)
                .filter(digest -> name.length() >= DIGEST_AT_LEAST && digest.startsWith(name))
                .distinct()
                .toList();
        return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
    }

    /** @throws ParameterException when no set, or more than one, is meant */
    String digest(String name, CommandSpec spec) {
        return digest(name)
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                "no kept mapping set '" + name + "' in " + data
                                        + ". Expected a digest of 'map history', its first 8 digits at least, live or previous"));
    }

    /** A set, compiled: of a mappings folder, or a kept one. */
    MappingSet set(String name, CommandSpec spec) {
        Path folder = Path.of(name);
        return Files.isDirectory(folder)
                ? MappingSet.load(folder)
                : archive().open(digest(name, spec)).orElseThrow();
    }

    /** The files of a set: of a mappings folder, or of a kept set. */
    Map<String, byte[]> files(String name, CommandSpec spec) {
        Path folder = Path.of(name);
        return Files.isDirectory(folder)
                ? MappingSet.load(folder).contents()
                : archive().files(digest(name, spec));
    }
}
