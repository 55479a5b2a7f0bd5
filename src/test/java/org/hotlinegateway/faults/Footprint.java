package org.hotlinegateway.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What a process holds: objects that are still reachable, threads, open descriptors.
 *
 * @param heapBytes after a full collection
 */
record Footprint(long heapBytes, long threads, long descriptors) {
    static Footprint of(long pid) throws IOException {
        return new Footprint(heap(pid), threads(pid), descriptors(pid));
    }

    private static long heap(long pid) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = jcmd.inputReader(StandardCharsets.UTF_8).lines().toList();
        String total = lines.stream()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd says no total"));
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }

    private static long threads(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long descriptors(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        }
    }

    /** The middle of each in a row of samples: a moment with much in hand does not count, what stays does. */
    static Footprint middle(List<Footprint> samples) {
        return new Footprint(
                middle(samples, Footprint::heapBytes),
                middle(samples, Footprint::threads),
                middle(samples, Footprint::descriptors));
    }

    private static long middle(List<Footprint> samples, ToLongFunction<Footprint> figure) {
        return samples.stream()
                .mapToLong(figure)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether the heap is not more than a tenth above an earlier one; threads and descriptors not more than a quarter, as
     * lines in trouble hold more of them.
     */
    boolean isFlatSince(Footprint earlier) {
        return heapBytes <= earlier.heapBytes * 11 / 10
                && threads <= earlier.threads * 5 / 4
                && descriptors <= earlier.descriptors * 5 / 4;
    }

    String text() {
        return "heap %d MB, threads %d, descriptors %d".formatted(heapBytes >> 20, threads, descriptors);
    }
}
