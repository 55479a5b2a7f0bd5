package org.hotlinegateway.bench;

import java.nio.file.Path;
import java.util.List;
import org.hotlinegateway.mapping.MappingSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads, checks and compiles the shipped mapping files: all of them, or one. */
@State(Scope.Thread)
public class Loading {
    private static final Path FOLDER = Path.of("mappings");
    private static final Path ONE = FOLDER.resolve("hotline/case-event-to-hotline-order.map.yaml");

    @Param("all")
    public String files;

    @Benchmark
    public MappingSet load() {
        return files.equals("all") ? MappingSet.load(FOLDER) : MappingSet.load(FOLDER, List.of(ONE));
    }
}
