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
    void everyClauseIsOnThePage() throws IOException {
        String page = page();
        assertThat(Clauses.all()).allSatisfy(clause -> assertThat(page).containsPattern("\\b" + clause + "\\b"));
    }
}
