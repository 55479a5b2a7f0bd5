package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.Near;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;

/** Begins a mapping file between two schemas: a rule for each required field, guesses marked, a sample, a test. */
public final class Skeleton {
    private static final String SCHEMAS = "schemas";
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final List<String> FORMATS = List.of("json", "xml", "form");

    private final Path mappingsDir;

    public Skeleton(Path mappingsDir) {
        this.mappingsDir = mappingsDir;
    }

    /**
     * What is wanted.
     *
     * @param name of the new mapping
     * @param from source schema: {@code schemas/x.schema.json} or {@code x}
     * @param to target schema likewise
     * @param peer folder of the new file, or null
     * @param sourceFormat json, xml or form
     * @param targetFormat json, xml or form
     * @param root root element, for XML
     */
    public record Wish(
            String name,
            String from,
            String to,
            @Nullable String peer,
            String sourceFormat,
            String targetFormat,
            String root) {}

    /**
     * A new mapping file with its sample.
     *
     * @param files texts by name below the mappings folder
     * @param guesses rules a person should look at
     * @param toFill rules whose value is invented
     */
    public record Begun(Map<String, String> files, int guesses, int toFill) {}

    /** @throws IllegalArgumentException when a schema is not there, or a name cannot be used */
    public Begun begin(Wish wish) {
        check(wish);
        String from = schemaFile(wish.from());
        String to = schemaFile(wish.to());
        Schema source = Schema.read(mappingsDir, from);
        Schema target = Schema.read(mappingsDir, to);
        requireObject(source);
        requireObject(target);
        SkeletonRules rules = new SkeletonRules();
        rules.write(source, target);
        String ending = wish.sourceFormat().equals("form") ? "txt" : wish.sourceFormat();
        String sample = "samples/" + wish.name() + "/first.in." + ending;
        Map<String, String> files = new TreeMap<>();
        files.put(file(wish), new SkeletonFile(wish, from, to, sample, source, target).write(rules));
        files.put(sample, rules.sample().write(wish.sourceFormat(), wish.root()));
        return new Begun(files, rules.guesses(), rules.toFill());
    }

    private static void check(Wish wish) {
        for (String name : wish.peer() == null ? List.of(wish.name()) : List.of(wish.name(), wish.peer())) {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                        "'" + name + "' cannot be a name. Expected small letters, digits and hyphens");
            }
        }
        for (String format : List.of(wish.sourceFormat(), wish.targetFormat())) {
            if (!FORMATS.contains(format)) {
                throw new IllegalArgumentException("no format '" + format + "'. Formats: " + String.join(", ", FORMATS)
                        + "." + Near.hint(format, FORMATS));
            }
        }
    }

    private static void requireObject(Schema schema) {
        if (schema.properties().isEmpty()) {
            throw new IllegalArgumentException(
                    schema.file() + " names no fields. Expected an object with properties at its root");
        }
    }

    private static String file(Wish wish) {
        return (wish.peer() == null ? "" : wish.peer() + "/") + wish.name() + ".map.yaml";
    }

    private String schemaFile(String wanted) {
        List<String> known = schemas();
        String name = wanted.replaceFirst(".*/", "");
        return known.stream()
                .filter(file -> file.equals(name) || file.equals(name + ".schema.json"))
                .findFirst()
                .map(file -> SCHEMAS + "/" + file)
                .orElseThrow(() -> new IllegalArgumentException("no schema '" + wanted + "' in the mappings folder."
                        + Near.hint(
                                name, known.stream().map(Skeleton::shortName).toList())));
    }

    private static String shortName(String file) {
        return file.replaceFirst("\\.schema\\.json$", "");
    }

    private List<String> schemas() {
        try (Stream<Path> all = Files.list(mappingsDir.resolve(SCHEMAS))) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schemas below " + mappingsDir, e);
        }
    }

    /** Writes the files; none when one of them is there already. */
    public void write(Begun begun) {
        for (String name : begun.files().keySet()) {
            if (Files.exists(mappingsDir.resolve(name))) {
                throw new IllegalArgumentException(name + " is there already. Nothing written");
            }
        }
        begun.files().forEach((name, text) -> {
            Path file = mappingsDir.resolve(name);
            try {
                Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        });
    }
}
