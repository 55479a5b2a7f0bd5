package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.FieldSigner;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message becomes a test of its mapping file, and nobody's data gets into the file. */
class TestMakerTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String RULES = """
            language: 1
            mapping: t
            source: { format: json }
            target: { format: json }
            tables: { k: { match: regex, rows: { 停车: PARKING, 停电: POWER } } }
            rules:          # 一条一行
              payload.requester.name: { from: name, required: true }
              payload.requester.contactPhone: phone
              payload.content: words
              payload.cause: { if: words is present, from: words, table: k, else: OTHER }
              id: $messageId
              ext: { rest: true }
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.map.yaml"), text);
    }

    private MadeTest made(Path file, byte[] message) {
        MappingContext context =
                new MappingContext(Instant.parse("2021-09-08T08:00:00Z"), Map.of("messageId", "M-1"), FieldSigner.NONE);
        return new TestMaker(folder).of(file, message, context, "电话投诉 1");
    }

    private MadeTest made(Path file, String message) {
        return made(file, message.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MadeTest made, String file) {
        return new String(made.files().get(file), StandardCharsets.UTF_8);
    }

    @Test
    void theSampleIsMaskedAndTheTestExpectsAllThatComesOut() throws IOException {
        MadeTest made = made(
                file(RULES),
                "{\"name\":\"王小明\",\"phone\":\"13912345678\",\"words\":\"王小明说窗口太远\",\"more\":\"找王小明或 0760-88321654\"}");
        assertThat(made.files().keySet())
                .containsExactly("samples/t/电话投诉-1.in.json", "samples/t/电话投诉-1.expected.json", "t.map.yaml");
        assertThat(text(made, "samples/t/电话投诉-1.in.json")).isEqualTo("""
                {
                  "name" : "测试甲",
                  "phone" : "13800000001",
                  "words" : "测试文字测试文字",
                  "more" : "找测试甲或 0760-88000002"
                }
                """);
        assertThat(text(made, "samples/t/电话投诉-1.expected.json")).isEqualTo("""
                {
                  "payload" : {
                    "requester" : {
                      "name" : "测试甲",
                      "contactPhone" : "13800000001"
                    },
                    "content" : "测试文字测试文字",
                    "cause" : "OTHER"
                  },
                  "id" : "M-1",
                  "ext" : {
                    "more" : "找测试甲或 0760-88000002"
                  }
                }
                """);
        assertThat(made.text()).isEqualTo("""
                - name: "电话投诉 1"
                  in: samples/t/电话投诉-1.in.json
                  at: "2021-09-08T16:00:00+08:00"
                  context:
                    messageId: "M-1"
                  expect: samples/t/电话投诉-1.expected.json
                """);
        assertThat(made.notes()).isEmpty();
    }

    @Test
    void theTestPassesAtOnceAndTheRestOfTheFileStays() throws IOException {
        String before = RULES + """
                tests:
                  - name: 无名
                    in: { words: 停电 }   # 没有姓名
                    error: { payload.requester.name: required }

                # 以下是退回
                reverse:
                  id: { check: 1 }
                """;
        Path file = file(before);
        made(file, "{\"name\":\"王小明\"}").write(folder);
        assertThat(Files.readString(file)).isEqualTo(before.replace("name: required }\n", """
                name: required }
                  - name: "电话投诉 1"
                    in: samples/t/电话投诉-1.in.json
                    at: "2021-09-08T16:00:00+08:00"
                    context:
                      messageId: "M-1"
                    expect: samples/t/电话投诉-1.expected.json
                """));
        MappingTests.Report report = new MappingTests(folder, MappingSet.load(folder, List.of(file))).run();
        assertThat(report.outcomes()).hasSize(2).allMatch(MappingTests.Outcome::passed);
    }

    @Test
    void aSecondTestOfTheSameNameGetsASampleOfItsOwn() throws IOException {
        Path file = file(RULES + "tests: []\n");
        made(file, "{\"name\":\"王小明\"}").write(folder);
        MadeTest second = made(file, "{\"name\":\"李小龙\"}");
        assertThat(second.files()).containsKey("samples/t/电话投诉-1-2.in.json");
    }

    @Test
    void freeTextThatARuleDependsOnStaysButForWhatIsKnown() throws IOException {
        MadeTest made = made(file(RULES), "{\"name\":\"王小明\",\"words\":\"王小明家停电,回电13912345678\"}");
        assertThat(text(made, "samples/t/电话投诉-1.in.json")).contains("\"words\" : \"测试甲家停电,回电13800000001\"");
        assertThat(made.notes())
                .containsExactly(
                        "a rule depends on what people have written, so that free text stays but for known names, phone"
                                + " numbers and certificates: read the sample before you share it");
    }

    @Test
    void aMessageThatFailsBecomesATestOfItsErrors() throws IOException {
        MadeTest made = made(file(RULES), "{\"phone\":\"13912345678\"}");
        assertThat(made.text()).endsWith("""
                  error:
                    payload.requester.name: required
                """);
        assertThat(made.files()).doesNotContainKey("samples/t/电话投诉-1.expected.json");
    }

    @Test
    void xmlKeepsItsEncodingAndItsShape() throws IOException {
        String message =
                "<?xml version=\"1.0\" encoding=\"GBK\"?><M a=\"1\"><name>王小明</name><L><phone>13912345678</phone>"
                        + "<phone>13987654321</phone></L><N/></M>";
        MadeTest made = made(
                file(RULES.replace("{ format: json }\ntarget", "{ format: xml }\ntarget")
                        .replace("contactPhone: phone", "contactPhone: L.phone[0]")),
                message.getBytes(GBK));
        assertThat(new String(made.files().get("samples/t/电话投诉-1.in.xml"), GBK))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?><M a=\"1\"><name>测试甲</name><L>"
                        + "<phone>13800000001</phone><phone>13800000002</phone></L><N></N></M>");
    }

    @Test
    void formsAndJsonInTextAreMaskedInside() throws IOException {
        MadeTest form = made(
                file(RULES.replace("{ format: json }\ntarget", "{ format: form }\ntarget")),
                "name=%E7%8E%8B%E5%B0%8F%E6%98%8E&phone=13912345678&x=1");
        assertThat(text(form, "samples/t/电话投诉-1.in.form"))
                .isEqualTo("name=%E6%B5%8B%E8%AF%95%E7%94%B2&phone=13800000001&x=1");
        MadeTest inText = made(
                file(RULES.replace("{ format: json }\ntarget", "{ format: json-in-text, field: data }\ntarget")),
                "{\"token\":\"t\",\"data\":\"{\\\"name\\\":\\\"王小明\\\"}\"}");
        assertThat(text(inText, "samples/t/电话投诉-1.in.json")).isEqualTo("""
                {
                  "token" : "t",
                  "data" : "{\\"name\\":\\"测试甲\\"}"
                }
                """);
    }

    @Test
    void whatIsNoMessageIsRefusedWithoutRepeatingIt() throws IOException {
        Path file = file(RULES);
        assertThatThrownBy(() -> made(file, "王小明 13912345678"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message is no json");
    }

    @Test
    void testsInOneLineAreNotTouched() throws IOException {
        Path file = file(RULES + "tests: [ { name: x, in: { name: y }, expect: { id: null } } ]\n");
        assertThatThrownBy(() -> made(file, "{\"name\":\"王小明\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'tests' must be a list with a dash before each test, one below the other");
    }
}
