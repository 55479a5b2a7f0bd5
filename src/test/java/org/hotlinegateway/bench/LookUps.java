package org.hotlinegateway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.hotlinegateway.mapping.Mapping;
import org.hotlinegateway.mapping.MappingSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.FileSystemUtils;

/**
 * Converts messages of thirty codes by a table of few or many rows: one message with codes from all over the table, again
 * and again, or ever other ones with codes drawn anew.
 */
@State(Scope.Thread)
public class LookUps {
    static final int CODES = 30;
    static final String SAME = "1";
    static final String DRAWN = "1024";

    @Param("30")
    public int rows;

    @Param(SAME)
    public int messages;

    @Param(Contenders.GATEWAY)
    public String contender;

    private byte[][] sources;
    private int next;
    private Contender work;

    @Setup
    public void prepare() throws Exception {
        Random random = new Random(rows);
        IntUnaryOperator all = i -> i * (rows / CODES);
        sources = new byte[messages][];
        for (int i = 0; i < messages; i++) {
            sources[i] = source(messages == 1 ? all : at -> random.nextInt(rows));
        }
        work = of(contender);
    }

    private Contender of(String name) throws Exception {
        if (name.equals(Contenders.STREAMING)) {
            return new CodesByHand(rows, LookUps::code, LookUps::value)::convert;
        }
        Mapping mapping = mapping();
        return source -> mapping.apply(source, Contenders.CONTEXT).bytes();
    }

    private Mapping mapping() throws Exception {
        Path folder = Files.createTempDirectory("bench");
        try {
            Files.writeString(folder.resolve("codes.csv"), table());
            Files.writeString(folder.resolve("codes.map.yaml"), """
                    language: 1
                    mapping: codes
                    source: { format: json }
                    target: { format: json }
                    tables: { code: codes.csv#code->value }
                    rules:
                      values: { from: codes, table: code }
                    """);
            return MappingSet.load(folder).mapping("codes");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("code,value\n");
        for (int i = 0; i < rows; i++) {
            table.append(code(i)).append(',').append(value(i)).append('\n');
        }
        return table.toString();
    }

    private static String code(int row) {
        return Integer.toString(1_000_000 + row);
    }

    private static String value(int row) {
        return "V" + code(row);
    }

    private static byte[] source(IntUnaryOperator rows) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < CODES; i++) {
            codes.append(i == 0 ? "\"" : ",\"").append(code(rows.applyAsInt(i))).append('"');
        }
        return ("{\"codes\":[" + codes + "]}").getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public byte[] convert() throws Exception {
        next = next + 1 & sources.length - 1;
        return work.convert(sources[next]);
    }
}
