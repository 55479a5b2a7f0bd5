package org.hotlinegateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While sets are swapped, each message is converted by exactly one of them. */
class SwapUnderLoadTest {
    private static final int SWAPS = 50;
    private static final int THREADS = 3;
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");

    @TempDir
    Path root;

    private final AtomicBoolean over = new AtomicBoolean();

    /** What a message was converted to, and by which set. */
    private record Seen(String digest, String made) {}

    @Test
    void fiftySwapsUnderConcurrentCallsNeverMixTwoSets() throws Exception {
        write(0);
        LiveMappings mappings = LiveMappings.start(
                root.resolve("mappings"), new SetArchive(root.resolve("sets")), InstantSource.fixed(NOW), Set::of);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Set<Seen>>> loads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                loads.add(threads.submit(load(mappings.sets())));
            }
            for (int version = 1; version <= SWAPS; version++) {
                write(version);
                mappings.look();
                mappings.look();
            }
            over.set(true);
            assertThat(mappings.archive().history()).hasSize(SWAPS + 1);
            for (Future<Set<Seen>> load : loads) {
                load.get().forEach(seen -> assertWhole(seen, mappings.archive()));
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private Callable<Set<Seen>> load(MappingSets sets) {
        return () -> {
            Set<Seen> seen = new HashSet<>();
            while (!over.get()) {
                MappingSet set = sets.current();
                seen.add(new Seen(set.digest(), convert(set)));
            }
            return seen;
        };
    }

    /** Mapping file and table carry the same number, and the kept set of that digest says the same. */
    private static void assertWhole(Seen seen, SetArchive archive) {
        assertThat(seen.made()).matches("\\{\"file\":\"(\\d+)\",\"table\":\"\\1\"}");
        assertThat(convert(archive.open(seen.digest()).orElseThrow())).isEqualTo(seen.made());
    }

    private static String convert(MappingSet set) {
        byte[] source = "{\"key\":\"K\"}".getBytes(UTF_8);
        return new String(
                set.mapping("note").apply(source, MappingContext.at(NOW)).bytes(), UTF_8);
    }

    private void write(int version) throws IOException {
        Path folder = Files.createDirectories(root.resolve("mappings"));
        Files.writeString(folder.resolve("t.csv"), "key,number\nK," + version + "\n");
        Files.writeString(folder.resolve("note.map.yaml"), """
                language: 1
                mapping: note
                version: 1
                title: note
                source: { format: json }
                target: { format: json }
                zone: Asia/Shanghai
                tables:
                  t: t.csv#key->number
                rules:
                  file: { const: "%d" }
                  table: { from: key, table: t }
                tests:
                - name: whole
                  in: { key: K }
                  expect: { file: "%d", table: "%d" }
                """.formatted(version, version, version));
    }
}
