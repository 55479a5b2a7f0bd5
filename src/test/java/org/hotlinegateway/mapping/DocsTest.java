package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference page of the language keeps its word: every example runs, every clause has one. */
class DocsTest {
    private static final Pattern EXAMPLE = Pattern.compile("```mapping\n(.*?)```", Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/mapping-language.md"), StandardCharsets.UTF_8);
    }

    static Stream<ConversionsTest.Conversion> examples() throws IOException {
        List<ConversionsTest.Conversion> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(page());
        while (matcher.find()) {
            examples.add(ConversionsTest.conversion(matcher.group(1).strip()));
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfThePageRuns(ConversionsTest.Conversion example) {
        assertThat(ConversionsTest.outcome(example)).isEqualTo(example.expected());
    }

    @Test
    void theTablesOfThePageAreThoseOfTheRegistries() throws IOException {
        String page = page();
        String generated = LanguagePage.generated(page);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mapping-language.md"), generated);
        assertThat(page)
                .as("docs/mapping-language.md must be as target/mapping-language.md, which the registries give")
                .isEqualTo(generated);
    }

    static Stream<Clause> clauses() {
        return Clauses.registry().stream();
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void theExampleOfEachClauseIsTrue(Clause clause) {
        Clause.Example example = clause.example();
        MappingBench bench = new MappingBench()
                .rules("tables: { k: { A: \"01\", B: \"02\" } }\nrules: { t: " + example.rule() + " }");
        assertThat(example.rule()).containsPattern("\\b" + clause.name() + ":");
        assertThat(ConversionsTest.outcome(bench, example.source())).isEqualTo(example.result());
    }
}
