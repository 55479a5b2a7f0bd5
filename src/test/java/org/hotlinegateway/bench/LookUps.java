package org.hotlinegateway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotlinegateway.mapping.Mapping;
import org.hotlinegateway.mapping.MappingSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.FileSystemUtils;

/** Converts a message of thirty codes by a table of few or many rows; the codes stand all over the table. */
@State(Scope.Thread)
public class LookUps {
    static final int CODES = 30;

    @Param("30")
    public int rows;

    private byte[] source;
    private Mapping mapping;

    @Setup
    public void prepare() throws Exception {
        source = source(rows).getBytes(StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("bench");
        try {
            Files.writeString(folder.resolve("codes.csv"), table(rows));
            Files.writeString(folder.resolve("codes.map.yaml"), """
                    language: 1
                    mapping: codes
                    source: { format: json }
                    target: { format: json }
                    tables: { code: codes.csv#code->value }
                    rules:
                      values: { from: codes, table: code }
                    """);
            mapping = MappingSet.load(folder).mapping("codes");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String table(int rows) {
        StringBuilder table = new StringBuilder("code,value\n");
        for (int i = 0; i < rows; i++) {
            table.append(code(i)).append(',').append("V").append(code(i)).append('\n');
        }
        return table.toString();
    }

    private static String code(int number) {
        return Integer.toString(1_000_000 + number);
    }

    private static String source(int rows) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < CODES; i++) {
            codes.append(i == 0 ? "\"" : ",\"").append(code(i * (rows / CODES))).append('"');
        }
        return "{\"codes\":[" + codes + "]}";
    }

    @Benchmark
    public byte[] convert() {
        return mapping.apply(source, Contenders.CONTEXT).bytes();
    }
}
