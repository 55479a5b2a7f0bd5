package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.Laws;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up messages find no fault in the shipped mappings, and find one where there is one. */
class FuzzTest {
    private static final Path SHIPPED = Path.of("mappings");
    private static final MappingSet SET = MappingSet.load(SHIPPED);

    @TempDir
    Path folder;

    static Stream<String> shipped() {
        return SET.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyLawHoldsOfEveryShippedMapping(String mapping) {
        FuzzReport report = new Fuzz(SHIPPED, SET).run(mapping, 20210908, 120);
        assertThat(report.broken()).as(report.toString()).isEmpty();
        assertThat(report.counts().getOrDefault(Laws.Outcome.ACCEPTED, 0)).isGreaterThan(12);
    }

    private FuzzReport fuzz(String rules, long seed) throws IOException {
        Files.writeString(
                folder.resolve("m.map.yaml"),
                "language: 1\nmapping: m\nsource: { format: json }\ntarget: { format: json }\n" + rules,
                StandardCharsets.UTF_8);
        MappingSet set = MappingSet.load(folder, List.of(folder.resolve("m.map.yaml")));
        return new Fuzz(folder, set).run("m", seed, 2000);
    }

    @Test
    void aBrokenLawIsToldWithTheSmallestMessage() throws IOException {
        FuzzReport report = fuzz(
                "rules:\n  t: { from: a, prefix: HL- }\n  u: { from: b, oneOf: [ X, 测试甲 ] }\n"
                        + "reverse:\n  t: { check: HL-A }\n",
                1);
        assertThat(report.toString())
                .matches("m: \\d+ tries, \\d+ mapped, \\d+ refused, 0 not writable\n"
                        + "  BROKEN: putting back the unchanged result changes nothing\n"
                        + "  t VALUE is not 'HL-A' \\(m.map.yaml:9:15\\)\n"
                        + "  smallest message: \\{\"a\":[^,]*}");
    }

    @Test
    void theSameSeedMakesTheSameMessages() throws IOException {
        String rules = "rules:\n  t: { from: a, date: iso }\n";
        assertThat(fuzz(rules, 5)).isEqualTo(fuzz(rules, 5));
        assertThat(fuzz(rules, 5).counts()).isNotEqualTo(fuzz(rules, 6).counts());
    }

    @Test
    void codesDatesAndLiteralsOfTheFileAreAmongTheMessages() throws IOException {
        String rules = "context: [ kind ]\ntables:\n  k: { ALPHA: \"1\", BETA: \"2\" }\nrules:\n"
                + "  t: { if: $kind = FIRST, from: a, table: k }\n  u: { from: b, read: yyyyMMddHHmmss, date: iso }\n";
        FuzzReport report = fuzz(rules, 3);
        assertThat(report.broken()).isEmpty();
        assertThat(report.counts().get(Laws.Outcome.ACCEPTED)).isGreaterThan(400);
    }
}
