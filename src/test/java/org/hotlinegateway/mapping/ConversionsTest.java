package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs {@code mapping/conversions.txt}: blocks of a sentence, {@code in:}, rules, and {@code out:} (whole target
 * message) or {@code error:} (target, code and text).
 */
class ConversionsTest {
    record Conversion(String sentence, String in, String rules, String expected) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Conversion> conversions() {
        String text = resource("mapping/conversions.txt");
        List<Conversion> found = new ArrayList<>();
        for (String block : text.split("\n\n+")) {
            if (!block.isBlank()) {
                found.add(conversion(block.strip()));
            }
        }
        return found.stream();
    }

    static Conversion conversion(String block) {
        List<String> lines = block.lines().toList();
        StringBuilder rules = new StringBuilder();
        String in = "{}";
        String expected = "";
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("in: ")) {
                in = line.substring(4);
            } else if (line.startsWith("out: ") || line.startsWith("error: ") || line.startsWith("note: ")) {
                expected += (expected.isEmpty() ? "" : "\n") + line;
            } else {
                rules.append(line).append('\n');
            }
        }
        return new Conversion(lines.get(0), in, rules.toString(), expected);
    }

    static String resource(String name) {
        try (var in = ConversionsTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void convertsAsTheTableSays(Conversion conversion) {
        assertThat(outcome(conversion)).isEqualTo(conversion.expected());
    }

    private static String indented(String rules) {
        return rules.lines().map(line -> "  " + line + "\n").reduce("", String::concat);
    }

    static String outcome(Conversion conversion) {
        String rules = conversion.rules().startsWith("rules:")
                ? conversion.rules()
                : "rules:\n" + indented(conversion.rules());
        MappingBench bench = new MappingBench().rules(rules);
        StringBuilder outcome = new StringBuilder();
        try {
            Mapped mapped = bench.apply(conversion.in());
            outcome.append("out: ").append(new String(mapped.bytes(), StandardCharsets.UTF_8));
            if (conversion.expected().contains("note: ")) {
                mapped.notes().forEach(note -> outcome.append("\nnote: ").append(note));
            }
        } catch (MappingFailure failure) {
            failure.errors()
                    .forEach(error -> outcome.append(outcome.isEmpty() ? "" : "\n")
                            .append("error: " + error.target() + " " + error.code() + " " + error.message()));
        }
        return outcome.toString();
    }

    @Test
    void theTableIsLongEnough() {
        assertThat(conversions().count()).isGreaterThan(80);
    }
}
