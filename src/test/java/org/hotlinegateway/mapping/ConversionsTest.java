package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs {@code mapping/conversions.txt}: blocks of a sentence, {@code in:}, rules, and {@code out:} (whole target
 * message) or {@code error:} (target, code and text). {@code source:} and {@code target:} replace JSON; {@code file
 * NAME: LINE / LINE} is another file.
 */
class ConversionsTest {
    /** @param files other files of the folder, name and text */
    record Conversion(
            String sentence,
            String in,
            String source,
            String target,
            Map<String, String> files,
            String rules,
            String expected) {
        MappingBench bench() {
            MappingBench bench = new MappingBench();
            files.forEach(bench::with);
            String whole =
                    rules.lines().anyMatch(line -> line.startsWith("rules:")) ? rules : "rules:\n" + indented(rules);
            return bench.file(source, target, whole);
        }

        byte[] bytes() {
            return in.getBytes(charset(source));
        }

        Charset charset() {
            return charset(target);
        }

        private static Charset charset(String format) {
            Matcher encoding = ENCODING.matcher(format);
            return encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    private static final String JSON = "{ format: json }";
    private static final Pattern HEAD = Pattern.compile("(in|source|target): (.*)");
    private static final Pattern ENCODING = Pattern.compile("encoding: ([\\w-]+)");

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
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> head = new HashMap<>(Map.of("in", "{}", "source", JSON, "target", JSON));
        List<String> expected = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher key = HEAD.matcher(line);
            if (line.matches("(out|error|note): .*")) {
                expected.add(line);
            } else if (line.startsWith("file ")) {
                files.put(
                        line.substring(5, line.indexOf(": ")),
                        line.substring(line.indexOf(": ") + 2).replace(" / ", "\n"));
            } else if (key.matches()) {
                head.put(key.group(1), key.group(2));
            } else {
                rules.append(line).append('\n');
            }
        }
        return new Conversion(
                lines.get(0),
                head.get("in"),
                head.get("source"),
                head.get("target"),
                files,
                rules.toString(),
                String.join("\n", expected));
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

    /** The target message alone, or the errors. */
    static String outcome(MappingBench bench, String in) {
        try {
            return new String(bench.apply(in).bytes(), StandardCharsets.UTF_8);
        } catch (MappingFailure failure) {
            return errors(failure);
        }
    }

    private static String errors(MappingFailure failure) {
        return failure.errors().stream()
                .map(error -> "error: " + error.target() + " " + error.code() + " " + error.message())
                .collect(Collectors.joining("\n"));
    }

    static String outcome(Conversion conversion) {
        MappingBench bench = conversion.bench();
        try {
            Mapped mapped = bench.apply(conversion.bytes());
            StringBuilder outcome = new StringBuilder("out: " + new String(mapped.bytes(), conversion.charset()));
            if (conversion.expected().contains("note: ")) {
                mapped.notes().forEach(note -> outcome.append("\nnote: ").append(note));
            }
            return outcome.toString();
        } catch (MappingFailure failure) {
            return errors(failure);
        }
    }

    @Test
    void theTableIsLongEnough() {
        assertThat(conversions().count()).isGreaterThan(150);
    }
}
