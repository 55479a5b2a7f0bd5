package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Every mapping file of a folder, checked as a whole and known by the digest of its contents; immutable. */
public final class MappingSet {
    private final String digest;
    private final Map<String, Mapping> mappings;

    MappingSet(String digest, Map<String, Mapping> mappings) {
        this.digest = digest;
        this.mappings = Map.copyOf(mappings);
    }

    /**
     * Reads, checks and compiles all {@code *.map.yaml} files below a folder.
     *
     * @throws MappingProblems with every problem of every file
     */
    public static MappingSet load(Path mappingsDir) {
        throw new UnsupportedOperationException("the mapping engine follows: " + mappingsDir);
    }

    /** SHA-256 over all mapping files, tables and schemas, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    public Set<String> names() {
        return mappings.keySet();
    }

    /** The mapping of this name; an unknown name is a fault of the caller's configuration. */
    public Mapping mapping(String name) {
        Mapping mapping = mappings.get(name);
        if (mapping == null) {
            throw new IllegalArgumentException("no mapping '" + name + "' among " + mappings.keySet());
        }
        return mapping;
    }
}
