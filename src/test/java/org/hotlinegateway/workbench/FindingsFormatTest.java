package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Findings of a sub-command as text, JSON and SARIF. */
class FindingsFormatTest {
    private static final Findings FINDINGS = new Findings(
            List.of(
                    new Finding(
                            Finding.Level.ERROR,
                            "test-failed",
                            "窗口/t.map.yaml",
                            11,
                            3,
                            "test '全' failed",
                            List.of("N: expected \"1\", found \"2\"")),
                    new Finding(
                            Finding.Level.WARNING,
                            "unread",
                            "t.map.yaml",
                            3,
                            1,
                            "source fields no rule reads: x",
                            List.of()),
                    new Finding(Finding.Level.NOTE, "not-reached", "t.map.yaml", 0, 0, "no test reaches N", List.of())),
            List.of("0 of 1 test(s) passed"),
            Map.of("tests", 1),
            true);

    @Test
    void textIsWhatAnEditorReads() {
        assertThat(FindingsFormat.TEXT.print(FINDINGS, "mappings")).isEqualTo("""
                窗口/t.map.yaml:11:3: test '全' failed
                  N: expected "1", found "2"
                t.map.yaml:3:1: warning: source fields no rule reads: x
                0 of 1 test(s) passed""");
    }

    @Test
    void jsonHasCodeSeverityPlaceAndText() {
        assertThat(FindingsFormat.JSON.print(FINDINGS, "mappings")).isEqualTo("""
                {
                  "failed" : true,
                  "problems" : [ {
                    "code" : "test-failed",
                    "severity" : "error",
                    "file" : "窗口/t.map.yaml",
                    "line" : 11,
                    "column" : 3,
                    "text" : "test '全' failed",
                    "details" : [ "N: expected \\"1\\", found \\"2\\"" ]
                  }, {
                    "code" : "unread",
                    "severity" : "warning",
                    "file" : "t.map.yaml",
                    "line" : 3,
                    "column" : 1,
                    "text" : "source fields no rule reads: x"
                  }, {
                    "code" : "not-reached",
                    "severity" : "note",
                    "file" : "t.map.yaml",
                    "line" : 0,
                    "column" : 0,
                    "text" : "no test reaches N"
                  } ],
                  "tests" : 1
                }""");
    }

    @Test
    void sarifHasTheShapeACodeHostReads() throws IOException {
        String sarif = FindingsFormat.SARIF.print(FINDINGS, "mappings");
        assertThat(problems(sarif)).isEmpty();
        assertThat(sarif).contains("""
                      "ruleId" : "test-failed",
                      "ruleIndex" : 1,
                      "level" : "error",
                      "message" : {
                        "text" : "test '全' failed\\nN: expected \\"1\\", found \\"2\\""
                      },
                      "locations" : [ {
                        "physicalLocation" : {
                          "artifactLocation" : {
                            "uri" : "mappings/%E7%AA%97%E5%8F%A3/t.map.yaml"
                          },
                          "region" : {
                            "startLine" : 11,
                            "startColumn" : 3
                          }
                        }
                      } ]
                """);
    }

    @Test
    void sarifWithoutFindingsHasTheShapeToo() throws IOException {
        Findings nothing = new Findings(List.of(), List.of(), Map.of(), false);
        assertThat(problems(FindingsFormat.SARIF.print(nothing, ""))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws IOException {
        String sarif = FindingsFormat.SARIF.print(FINDINGS, "mappings");
        assertThat(problems(sarif.replace("\"startLine\" : 11", "\"startLine\" : 0")))
                .hasSize(1);
        assertThat(problems(sarif.replace("\"ruleId\"", "\"rule_id\""))).hasSize(3);
    }

    /** By the schema of the standard itself, as OASIS publishes it. */
    private static List<String> problems(String sarif) throws IOException {
        try (InputStream schema = FindingsFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema)
                    .validate(sarif, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
