package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every example of the peer handbook is a sample that the mapping tests run. */
class PeerHandbookTest {
    private static final Path HANDBOOK = Path.of("docs/peers.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- sample: (\\S+) -->\n```(json|xml)\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("^```\\w", Pattern.MULTILINE);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(HANDBOOK)).results().toList().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsTheSampleItNames(MatchResult example) throws IOException {
        byte[] sample = Files.readAllBytes(Path.of(example.group(1)));
        if (example.group(2).equals("json")) {
            assertThat(JSON.readTree(example.group(3)))
                    .as(example.group(1))
                    .isEqualTo(JSON.readTree(new String(sample, StandardCharsets.UTF_8)));
        } else {
            assertThat(example.group(3)).isEqualTo(new String(sample, Charset.forName("GBK")));
        }
    }

    @Test
    void everyExampleNamesItsSample() throws IOException {
        String text = Files.readString(HANDBOOK);
        assertThat(FENCE.matcher(text).results().count())
                .isEqualTo(EXAMPLE.matcher(text).results().count());
    }
}
