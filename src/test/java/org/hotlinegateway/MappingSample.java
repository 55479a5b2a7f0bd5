package org.hotlinegateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.vault.ParameterSignature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message under {@code mappings/samples}: what goes in, under which context, and what comes out where that is kept. */
record MappingSample(String mapping, String name, Path in) {
    static final Path MAPPINGS = Path.of("mappings");
    private static final Path ROOT = MAPPINGS.resolve("samples");
    private static final Instant DEFAULT_NOW = Instant.parse("2021-09-08T08:00:00Z");
    private static final String SECRET = "demo-secret-not-real";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<MappingSample> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.getFileName().toString().contains(".in."))
                    .map(MappingSample::of)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MappingSample of(String mapping, String name) {
        return all().stream()
                .filter(sample ->
                        sample.mapping().equals(mapping) && sample.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + mapping + "/" + name));
    }

    private static MappingSample of(Path in) {
        String file = in.getFileName().toString();
        return new MappingSample(
                Objects.requireNonNull(in.getParent()).getFileName().toString(),
                file.substring(0, file.indexOf(".in.")),
                in);
    }

    boolean hasOut() {
        return Stream.of("json", "xml").anyMatch(kind -> Files.exists(out(kind)));
    }

    byte[] source() {
        return bytes(in);
    }

    byte[] out() {
        return bytes(Files.exists(out("xml")) ? out("xml") : out("json"));
    }

    private Path out(String kind) {
        return in.resolveSibling(name + ".out." + kind);
    }

    MappingContext context() {
        Map<String, String> values = new LinkedHashMap<>();
        Path file = in.resolveSibling(name + ".context.json");
        if (Files.exists(file)) {
            JsonNode node = JSON.readTree(bytes(file));
            node.properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asString()));
        }
        String now = values.remove("now");
        return new MappingContext(
                now == null ? DEFAULT_NOW : OffsetDateTime.parse(now).toInstant(),
                values,
                (scheme, siblings, charset) ->
                        scheme.equals("token") ? "demo-token" : ParameterSignature.md5(siblings, SECRET, charset));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return mapping + "/" + name;
    }
}
