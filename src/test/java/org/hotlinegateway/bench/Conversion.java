package org.hotlinegateway.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Converts one message by one contender. */
@State(Scope.Thread)
public class Conversion {
    @Param("JSON_TO_JSON")
    public String ends;

    @Param("1.6 KB")
    public String size;

    @Param(Contenders.GATEWAY)
    public String contender;

    private byte[] source;
    private Contender work;

    @Setup
    public void prepare() throws Exception {
        Contenders.Ends between = Contenders.Ends.valueOf(ends);
        source = between.source(size);
        work = Contenders.of(between, contender);
    }

    @Benchmark
    public byte[] convert() throws Exception {
        return work.convert(source);
    }
}
