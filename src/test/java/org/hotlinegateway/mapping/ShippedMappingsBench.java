package org.hotlinegateway.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints microseconds a message of shipped mappings beside a plain streaming copy of the same bytes. */
@Tag("bench")
class ShippedMappingsBench {
    private static final int ROUNDS = 40_000;
    private static final JsonFactory JACKSON = new JsonFactory();

    interface Work {
        void once() throws IOException;
    }

    @Test
    void microsecondsAMessage() throws IOException {
        MappingSet set = MappingSet.load(Path.of("mappings"));
        MappingContext context = new MappingContext(
                Instant.parse("2021-09-08T07:53:01Z"), Map.of("messageId", "M"), (scheme, siblings, charset) -> "s");
        byte[] window = Files.readAllBytes(Path.of("src/test/resources/golden/G1.json"));
        byte[] delivery =
                Files.readAllBytes(Path.of("mappings/samples/case-event-to-hotline-legacy-order/handoff.in.json"));
        byte[] callback = Files.readAllBytes(Path.of("src/test/resources/golden/G5.xml"));
        print("copy of G1 by streaming", () -> copy(window));
        print("copy of a delivery by streaming", () -> copy(delivery));
        measured(set, "window-event-to-case-event", window, context);
        measured(set, "case-event-to-hotline-legacy-order", delivery, context);
        measured(set, "hotline-legacy-callback-to-case-event", callback, context);
        long start = System.nanoTime();
        MappingSet.load(Path.of("mappings"));
        System.out.printf("%-44s %8.1f ms%n", "load of the whole set, warm", (System.nanoTime() - start) / 1e6);
    }

    private static void measured(MappingSet set, String name, byte[] source, MappingContext context)
            throws IOException {
        Mapping mapping = set.mapping(name);
        print(name, () -> mapping.apply(source, context));
    }

    private static void copy(byte[] source) {
        try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), source);
                JsonGenerator generator =
                        JACKSON.createGenerator(ObjectWriteContext.empty(), new ByteArrayOutputStream(2048))) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
    }

    private static void print(String what, Work work) throws IOException {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                work.once();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%-44s %8.2f us%n", what, best / 1000.0 / ROUNDS);
    }
}
