package org.hotlinegateway.bench;

import java.nio.charset.StandardCharsets;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.Mapping;
import org.hotlinegateway.mapping.MappingSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Converts without provenance, in a process where nobody ever asked for it or where many were explained before. */
@State(Scope.Thread)
public class Unexplained {
    private static final int EXPLAINED = 20_000;

    @Param("0")
    public int explained;

    private byte[] source;
    private Mapping mapping;

    @Setup
    public void prepare() throws Exception {
        MappingSet set = Contenders.mappings();
        String name = Contenders.Ends.JSON_TO_JSON.mapping();
        source = Messages.text("case.json").getBytes(StandardCharsets.UTF_8);
        mapping = set.mapping(name);
        for (int i = 0; i < explained * EXPLAINED; i++) {
            Explanation.of(set, name, source, Contenders.CONTEXT);
        }
    }

    @Benchmark
    public byte[] convert() {
        return mapping.apply(source, Contenders.CONTEXT).bytes();
    }
}
