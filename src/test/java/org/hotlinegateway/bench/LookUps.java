package org.hotlinegateway.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.hotlinegateway.mapping.Mapping;
import org.hotlinegateway.mapping.MappingSet;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.FileSystemUtils;

/**
 * Converts messages of thirty codes by a table of few and by one of many rows: one message with codes from all over the table,
 * again and again, or ever other ones with codes drawn anew. Both tables are in one process and asked in turns, as a
 * machine may be slow for minutes.
 */
@State(Scope.Thread)
public class LookUps {
    static final int CODES = 30;
    static final int FEW = 30;
    static final int MANY = 30_000;
    static final String SAME = "1";
    static final String DRAWN = "1024";

    /** Before a turn is timed: one table puts the other's rows out of the processor's caches. */
    private static final int BEFORE = 2_048;

    private static final int TIMED = 8_192;

    @Param(SAME)
    public int messages;

    @Param(Contenders.GATEWAY)
    public String contender;

    /** What was made, so that it is. */
    public byte[] made;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Side few;
    private Side many;

    /** Processor time of thirty look-ups in microseconds. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Times {
        public double few;
        public double many;
    }

    /** One of the two tables and the messages it converts. */
    private record Side(byte[][] sources, Contender work) {
        byte[] converted(int number) throws Exception {
            return work.convert(sources[number & sources.length - 1]);
        }
    }

    @Setup
    public void prepare() throws Exception {
        few = side(FEW);
        many = side(MANY);
    }

    @Benchmark
    public void inTurns(Times times) throws Exception {
        times.few = micros(few);
        times.many = micros(many);
    }

    private double micros(Side side) throws Exception {
        convert(side, BEFORE);
        long before = threads.getCurrentThreadCpuTime();
        convert(side, TIMED);
        return (threads.getCurrentThreadCpuTime() - before) / 1e3 / TIMED;
    }

    private void convert(Side side, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            made = side.converted(i);
        }
    }

    /** The values of codes from all over the long table. */
    static byte[] lookedUp(String contender) throws Exception {
        LookUps lookUps = new LookUps();
        lookUps.messages = 1;
        lookUps.contender = contender;
        return lookUps.side(MANY).converted(0);
    }

    private Side side(int rows) throws Exception {
        Random random = new Random(rows);
        IntUnaryOperator all = i -> i * (rows / CODES);
        byte[][] sources = new byte[messages][];
        for (int i = 0; i < messages; i++) {
            sources[i] = source(messages == 1 ? all : at -> random.nextInt(rows));
        }
        return new Side(sources, table(rows));
    }

    private Contender table(int rows) throws Exception {
        if (contender.equals(Contenders.STREAMING)) {
            return new CodesByHand(rows, LookUps::code, LookUps::value)::convert;
        }
        Mapping mapping = mapping(rows);
        return source -> mapping.apply(source, Contenders.CONTEXT).bytes();
    }

    private static Mapping mapping(int rows) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        try {
            Files.writeString(folder.resolve("codes.csv"), csv(rows));
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

    private static String csv(int rows) {
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
}
