package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message in the ledger becomes a test, and what leaves the ledger is masked. */
class RecordedTestsTest {
    private static final String ONE = """
        {"no":"1","kind":"A","content":"门口排队","requester":{"name":"陈小明","phone":"13912345678"},\
        "files":[{"id":"F1"}],"extra":"x","blank":""}\
        """;

    @TempDir
    Path folder;

    @Test
    void aReceivedMessageBecomesATestUnderItsOwnContext() throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(mappings.resolve("t.map.yaml"), Traffic.FILE);
        try (Traffic traffic = Traffic.embedded(folder)) {
            traffic.message(1, ONE, traffic.set());
            RecordedTests tests = new RecordedTests(traffic.ledger().recordings(), new TestMaker(mappings));

            MadeTest made = tests.ofMessage("1", null, "排队").orElseThrow();

            assertThat(made.text()).isEqualTo("""
                - name: 排队
                  in: samples/t/排队.in.json
                  at: "2021-09-08T12:00:00+08:00"
                  context:
                    attempt: "1"
                    messageId: "W1"
                  expect: samples/t/排队.expected.json
                """);
            assertThat(new String(made.files().get("samples/t/排队.in.json"), StandardCharsets.UTF_8))
                    .contains("\"content\" : \"测试文字\"", "\"name\" : \"测试甲\"", "\"phone\" : \"13800000001\"");
            assertThat(tests.ofMessage("1", "other", "排队")).isEmpty();
            assertThat(tests.ofMessage("2", null, "排队")).isEmpty();
        }
    }
}
