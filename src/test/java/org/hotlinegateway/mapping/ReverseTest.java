package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mappings are read backwards, and every rule says what comes back of it. */
class ReverseTest {
    private static final MappingContext CONTEXT = MappingContext.at(Instant.parse("2021-09-08T07:53:01Z"));
    private static final String TABLE = "code,hotline,prefer\nA,01,\nB,02,yes\nC,02,\n";

    private static MappingSet set(String file) {
        String head = "language: 1\nmapping: m\n" + (file.contains("source:") ? "" : "source: { format: json }\n")
                + (file.contains("target:") ? "" : "target: { format: json }\n");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("m.map.yaml", (head + file).getBytes(StandardCharsets.UTF_8));
        files.put("tables/t.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        files.put("tables/u.csv", "code,hotline\nA,01\nB,02\nC,02\n".getBytes(StandardCharsets.UTF_8));
        return MappingSet.load(files);
    }

    private static Reverse reverse(String file) {
        return set(file).reverse("m");
    }

    private static List<String> verdicts(String file) {
        return reverse(file).rules().stream()
                .map(rule -> rule.target() + " " + rule.verdict())
                .toList();
    }

    private static String back(String file, String target) {
        return text(reverse(file).apply(target.getBytes(StandardCharsets.UTF_8), CONTEXT));
    }

    private static String putBack(String file, String original, String target) {
        byte[] bytes = reverse(file)
                .putBack(original.getBytes(StandardCharsets.UTF_8), target.getBytes(StandardCharsets.UTF_8), CONTEXT);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final String KEYS = """
            tables:
              one: { A: "01", B: "02" }
              csv: tables/t.csv#code->hotline
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    a.b ¦ "x" ¦ EXACT ¦ {"a":{"b":"x"}}
                    { from: a, prefix: HL-, suffix: / } ¦ "HL-7/" ¦ EXACT ¦ {"a":"7"}
                    { from: a, prefix: x, upper: true } ¦ "X7" ¦ PARTIAL(upper and lower case are lost) ¦ {"a":"7"}
                    { from: a, table: one } ¦ "02" ¦ EXACT ¦ {"a":"B"}
                    { from: a, table: csv } ¦ "02" ¦ PARTIAL(several codes of table 'csv' become one value) ¦ {"a":"B"}
                    { from: a, table: one, else: "99" } ¦ "99" ¦ PARTIAL('99' stands for every unknown code) ¦ {}
                    { from: a, table: one, else: pass } ¦ "zz" ¦ PARTIAL(a passed value may look like a code) ¦ {"a":"zz"}
                    { from: a, table: one, join: "," } ¦ "01,02" ¦ PARTIAL(a separator inside an element cannot be told from one between two) ¦ {"a":["A","B"]}
                    { from: a, split: "," } ¦ ["1","2"] ¦ PARTIAL(blank parts are lost) ¦ {"a":"1,2"}
                    { from: a, default: none } ¦ "none" ¦ PARTIAL('none' may be the default) ¦ {}
                    { from: a, default: none } ¦ "x" ¦ PARTIAL('none' may be the default) ¦ {"a":"x"}
                    { from: a, cut: 3 } ¦ "xyz" ¦ PARTIAL(what was cut is lost) ¦ {"a":"xyz"}
                    { from: a, pad: 4 } ¦ "0070" ¦ PARTIAL(padding cannot be told from what was there) ¦ {"a":"70"}
                    { from: a, divide: 1000 } ¦ 1.025 ¦ EXACT ¦ {"a":"1025"}
                    { from: a, divide: 1024, round: up } ¦ 2 ¦ NONE(what was rounded is lost) ¦ {}
                    { from: a, date: "yyyy-MM-dd HH:mm:ss" } ¦ "2021-09-08 15:53:00" ¦ EXACT ¦ {"a":"2021-09-08T15:53:00+08:00"}
                    { from: a, date: yyyy-MM-dd } ¦ "2021-09-08" ¦ PARTIAL(the time of day is lost) ¦ {"a":"2021-09-08"}
                    { from: a, date: "yyyy-MM-dd HH:mm" } ¦ "2021-09-08 15:53" ¦ PARTIAL(seconds are lost) ¦ {"a":"2021-09-08T15:53:00+08:00"}
                    { from: a, date: iso, read: yyyyMMddHHmmss } ¦ "2021-09-08T15:53:00+08:00" ¦ EXACT ¦ {"a":"20210908155300"}
                    { from: a, date: iso, read: yyyyMMdd, timeOfDay: "23:59:59" } ¦ "2021-09-08T23:59:59+08:00" ¦ EXACT ¦ {"a":"20210908"}
                    { from: a, date: iso, read: epoch-ms } ¦ "2021-09-08T15:53:00+08:00" ¦ EXACT ¦ {"a":1631087580000}
                    { from: a, date: epoch-s, zone: UTC } ¦ 1631087580 ¦ EXACT ¦ {"a":"2021-09-08T15:53:00+08:00"}
                    { from: a, mask: phone } ¦ "138****0000" ¦ NONE(what is masked is lost) ¦ {}
                    { const: WINDOW } ¦ "WINDOW" ¦ NONE(a constant, no source value) ¦ {}
                    { count: a } ¦ 3 ¦ NONE(a count does not tell the elements) ¦ {}
                    { when: a = 1, then: y, else: n } ¦ "y" ¦ NONE(a condition is not told by its outcome) ¦ {}
                    { fn: sha256, args: [ a ] } ¦ "0" ¦ NONE(the function has no inverse) ¦ {}
                    $now ¦ "0" ¦ NONE($now is no source field) ¦ {}
                    { first: [ a, b ] } ¦ "x" ¦ PARTIAL(which of its sources gave the value is lost) ¦ {"a":"x"}
                    { list: [ a, b ] } ¦ ["x","y"] ¦ PARTIAL(a missing element lets the others move up) ¦ {"a":"x","b":"y"}
                    { text: "第${a}号" } ¦ "第7号" ¦ EXACT ¦ {"a":"7"}
                    { text: "${a}(${b|-})" } ¦ "x(-)" ¦ PARTIAL(parts are told apart only by the text between them; '-' may be the default) ¦ {"a":"x"}
                    { text: "${a}${b}" } ¦ "xy" ¦ NONE(parts of the text stand side by side) ¦ {}
                    { from: a, slice: 0..2 } ¦ "xy" ¦ PARTIAL(only this part of the text is in the target) ¦ {"a":"xy"}
                    { from: a, extract: '([0-9]+)' } ¦ "7" ¦ NONE(only the extracted part is in the target) ¦ {}
                    { from: "a[-1]" } ¦ "x" ¦ PARTIAL(the other elements of the array are not in the target) ¦ {"a":["x"]}
                    { if: k = 1, from: a } ¦ "x" ¦ PARTIAL(only where its guard holds) ¦ {"a":"x"}
                    """)
    void everyClauseSaysWhatComesBackOfItAndGivesIt(String rule, String target, String verdict, String source) {
        String file = KEYS + "rules:\n  t: " + rule + "\n";
        assertThat(verdicts(file)).containsExactly("t " + verdict);
        assertThat(back(file, "{\"t\":" + target + "}")).isEqualTo(source);
    }

    static Stream<String> examples() throws IOException {
        String page = Files.readString(Path.of("docs/mapping-language.md"), StandardCharsets.UTF_8);
        return Pattern.compile("```reverse\n(.*?)\n```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(example -> example.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfTheReferenceRuns(String example) {
        Matcher parts = Pattern.compile(
                        "[^\n]*\n(.*?)(\ntables:.*?)?(\nreverse:.*?)?\ntarget: (.*?)\nsource: (.*?)\n(.*)",
                        Pattern.DOTALL)
                .matcher(example);
        assertThat(parts.matches()).isTrue();
        String rules = "rules:\n" + parts.group(1).indent(2);
        String file = rules + Objects.requireNonNullElse(parts.group(2), "")
                + Objects.requireNonNullElse(parts.group(3), "") + "\n";
        assertThat(back(file, parts.group(4))).isEqualTo(parts.group(5));
        assertThat(String.join("\n", verdicts(file))).isEqualTo(parts.group(6));
    }

    @Test
    void aSummerTimeHourThatCameTwiceComesBackToTheSameTargetText() {
        String file = "rules:\n  t: { from: a, date: \"yyyy-MM-dd HH:mm:ss\" }\n";
        String source = back(file, "{\"t\":\"1990-09-16 00:30:00\"}");
        assertThat(source).isEqualTo("{\"a\":\"1990-09-16T00:30:00+09:00\"}");
        assertThat(text(set(file)
                        .mapping("m")
                        .apply(source.getBytes(StandardCharsets.UTF_8), CONTEXT)
                        .bytes()))
                .isEqualTo("{\"t\":\"1990-09-16 00:30:00\"}");
    }

    @Test
    void aTableWithTwoKeysGivesBothBack() {
        String file = "tables:\n  two: tables/t.csv#code,hotline->code\nrules:\n  t: { from: [ a, b ], table: two }\n";
        assertThat(back(file, "{\"t\":\"A\"}")).isEqualTo("{\"a\":\"A\",\"b\":\"01\"}");
    }

    @Test
    void elementsComeBackOneByOne() {
        String file = "rules:\n  t: { each: f, rules: { id: { from: id, prefix: F }, no: ^.no, x.y: k } }\n";
        assertThat(back(file, "{\"t\":[{\"id\":\"F1\",\"x\":{\"y\":\"v\"}},{\"id\":\"F2\"}]}"))
                .isEqualTo("{\"f\":[{\"id\":\"1\",\"k\":\"v\"},{\"id\":\"2\"}]}");
        assertThat(verdicts(file))
                .containsExactly(
                        "t EXACT", "t[].id EXACT", "t[].no NONE('^.no' lies outside the element)", "t[].x.y EXACT");
    }

    @Test
    void recordsInATextAreWrittenAgain() {
        String file = "rules:\n  t: { each: { from: s, split: \";\", fields: \"k|v\" }, rules: { k: k, v: v } }\n";
        assertThat(back(file, "{\"t\":[{\"k\":\"a\",\"v\":\"1\"},{\"k\":\"b\",\"v\":\"2\"}]}"))
                .isEqualTo("{\"s\":\"a|1;b|2\"}");
    }

    @Test
    void anArrayAtTheRootComesBack() {
        String file = "target: { format: json, root: array }\neach: f\nrules:\n  id: id\n";
        assertThat(back(file, "[{\"id\":\"1\"},{\"id\":\"2\"}]")).isEqualTo("{\"f\":[{\"id\":\"1\"},{\"id\":\"2\"}]}");
    }

    @Test
    void xmlIsReadBackwardsToXml() {
        String file = "source: { format: xml, root: A, encoding: GBK }\n"
                + "target: { format: xml, root: B }\nrules:\n  \"@id\": \"@no\"\n  n.t: x\n";
        byte[] source =
                reverse(file).apply("<B id=\"7\"><n><t>窗</t></n></B>".getBytes(StandardCharsets.UTF_8), CONTEXT);
        assertThat(new String(source, java.nio.charset.Charset.forName("GBK")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?><A no=\"7\"><x>窗</x></A>");
    }

    @Test
    void whatIsUnchangedInTheTargetStaysAsItWasInTheSource() {
        String file = "rules:\n  t: { from: a, cut: 2 }\n  u: b\n";
        assertThat(putBack(file, "{\"a\":\"一二三\",\"b\":\" 1 \",\"c\":9}", "{\"t\":\"一二\",\"u\":\"2\"}"))
                .isEqualTo("{\"a\":\"一二三\",\"b\":\"2\",\"c\":9}");
    }

    @Test
    void aFieldThatLeftTheTargetLeavesTheSource() {
        String file = "rules:\n  t: a\n  u: b.c\n";
        assertThat(putBack(file, "{\"a\":\"1\",\"b\":{\"c\":\"2\",\"d\":\"3\"}}", "{\"t\":\"1\"}"))
                .isEqualTo("{\"a\":\"1\",\"b\":{\"d\":\"3\"}}");
    }

    @Test
    void anOverflowIsPutBackBehindItsBeginning() {
        String file = "rules:\n  t: { from: a, slice: 0..2 }\n  u: { from: a, slice: 2.. }\n";
        assertThat(back(file, "{\"t\":\"一二\",\"u\":\"三四\"}")).isEqualTo("{\"a\":\"一二三四\"}");
        assertThat(putBack(file, "{\"a\":\"一二三四\"}", "{\"t\":\"五六\",\"u\":\"三四\"}"))
                .isEqualTo("{\"a\":\"五六三四\"}");
    }

    @Test
    void ofSeveralSourcesTheOneThatGaveTheValueTakesItBack() {
        assertThat(putBack("rules:\n  t: { first: [ a, b ] }\n", "{\"b\":\"1\"}", "{\"t\":\"2\"}"))
                .isEqualTo("{\"b\":\"2\"}");
    }

    @Test
    void elementsTheTargetDoesNotShowKeepTheirPlace() {
        String file = "rules:\n  t: { each: f, where: size > 0, rules: { id: id } }\n";
        String original =
                "{\"f\":[{\"id\":\"1\",\"size\":5,\"x\":1},{\"id\":\"2\",\"size\":0},{\"id\":\"3\",\"size\":7,\"x\":3}]}";
        assertThat(putBack(file, original, "{\"t\":[{\"id\":\"1\"},{\"id\":\"4\"}]}"))
                .isEqualTo(
                        "{\"f\":[{\"id\":\"1\",\"size\":5,\"x\":1},{\"id\":\"2\",\"size\":0},{\"id\":\"4\",\"size\":7,\"x\":3}]}");
        assertThat(putBack(file, original, "{\"t\":[{\"id\":\"3\"}]}"))
                .isEqualTo("{\"f\":[{\"id\":\"2\",\"size\":0},{\"id\":\"3\",\"size\":7,\"x\":3}]}");
        assertThat(putBack(file, original, "{\"t\":[{\"id\":\"1\"},{\"id\":\"9\"},{\"id\":\"3\"}]}"))
                .isEqualTo(
                        "{\"f\":[{\"id\":\"1\",\"size\":5,\"x\":1},{\"id\":\"2\",\"size\":0},{\"id\":\"9\"},{\"id\":\"3\",\"size\":7,\"x\":3}]}");
    }

    @Test
    void collectedFieldsReturnWhereTheyStood() {
        String file = "rules:\n  t: a.b\n  ext: { rest: true }\n";
        assertThat(back(file, "{\"t\":\"1\",\"ext\":{\"a\":{\"c\":\"2\"},\"d\":[1]}}"))
                .isEqualTo("{\"a\":{\"c\":\"2\",\"b\":\"1\"},\"d\":[1]}");
        assertThat(putBack(file, "{\"a\":{\"b\":\"1\",\"c\":\"2\"}}", "{\"t\":\"1\",\"ext\":{\"d\":\"3\"}}"))
                .isEqualTo("{\"a\":{\"b\":\"1\"},\"d\":\"3\"}");
    }

    @Test
    void aWholeComesBackOverItsParts() {
        String file = "rules:\n  t: a\n  u: a.b\n";
        assertThat(back(file, "{\"t\":{\"b\":\"x \",\"c\":1},\"u\":\"x\"}"))
                .isEqualTo("{\"a\":{\"b\":\"x \",\"c\":1}}");
        assertThat(putBack(file, "{\"a\":{\"b\":\"x \",\"c\":1}}", "{\"t\":{\"b\":\"x \",\"c\":1},\"u\":\"y\"}"))
                .isEqualTo("{\"a\":{\"b\":\"y\",\"c\":1}}");
    }

    @Test
    void aFunctionWithAnInverseComesBack() {
        String file = "rules:\n  t: { fn: base64, args: [ a ] }\n";
        assertThat(verdicts(file)).containsExactly("t EXACT");
        assertThat(back(file, "{\"t\":\"5rWL6K+V\"}")).isEqualTo("{\"a\":\"测试\"}");
    }

    @Test
    void whatStandsBesideAMessageInATextIsTold() {
        String file = "target: { format: json-in-text, field: data }\nrules:\n  ^.app: b\n  t: a\n";
        assertThat(verdicts(file))
                .containsExactly("^.app NONE(stands beside the text that holds the message)", "t EXACT");
        assertThat(back(file, "{\"app\":\"x\",\"data\":\"{\\\"t\\\":\\\"1\\\"}\"}"))
                .isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void whatCannotComeBackIsToldWithItsPlace() {
        String file = KEYS + "rules:\n  t: { from: a, prefix: HL- }\n  u: { from: b, table: one }\n  v: c\n";
        assertThatThrownBy(() -> back(file, "{\"t\":\"X1\",\"u\":\"07\",\"v\":\"3\"}"))
                .isInstanceOfSatisfying(MappingFailure.class, failure -> {
                    assertThat(failure.errors())
                            .containsExactly(
                                    new FieldError(
                                            FieldError.Code.VALUE,
                                            "t",
                                            "a",
                                            "m.map.yaml:9:6",
                                            "does not have the form 'HL-…' its rule writes"),
                                    new FieldError(
                                            FieldError.Code.TABLE_MISS,
                                            "u",
                                            "b",
                                            "m.map.yaml:10:6",
                                            "is the value of no row of table 'one' (m.map.yaml)"));
                    assertThat(text(failure.partial())).isEqualTo("{\"c\":\"3\"}");
                });
    }

    @Test
    void aConstantIsCheckedWhenTheFileSaysSo() {
        String file = "rules:\n  channel: { const: WINDOW }\n  t: a\nreverse:\n  channel: { check: WINDOW }\n";
        assertThat(verdicts(file)).containsExactly("channel EXACT", "t EXACT");
        assertThat(back(file, "{\"channel\":\"WINDOW\",\"t\":\"1\"}")).isEqualTo("{\"a\":\"1\"}");
        assertThatThrownBy(() -> back(file, "{\"channel\":\"PHONE\",\"t\":\"1\"}"))
                .isInstanceOfSatisfying(
                        MappingFailure.class,
                        failure -> assertThat(failure.errors())
                                .containsExactly(new FieldError(
                                        FieldError.Code.VALUE, "channel", null, "m.map.yaml:9:21", "is not 'WINDOW'")));
    }

    @Test
    void aGivenRuleGoesBackWhereNothingElseCan() {
        String file =
                "rules:\n  urgent: { when: u >= 3, then: \"1\", else: \"0\" }\n  t: { each: f, rules: { k: { count: l } } }\n"
                        + "reverse:\n  urgent: { to: u, when: urgent = '1', then: \"3\", else: \"1\" }\n"
                        + "  t.k: { to: n, as: text, prefix: N }\n";
        assertThat(verdicts(file))
                .containsExactly(
                        "urgent PARTIAL(given under 'reverse')", "t EXACT", "t[].k PARTIAL(given under 'reverse')");
        assertThat(back(file, "{\"urgent\":\"1\",\"t\":[{\"k\":2}]}"))
                .isEqualTo("{\"f\":[{\"n\":\"N2\"}],\"u\":\"3\"}");
        assertThat(putBack(file, "{\"u\":5}", "{\"urgent\":\"1\"}")).isEqualTo("{\"u\":5}");
    }

    @Test
    void severalCodesOfOneValueAreAnErrorWhenTheFileAsksForItsReverse() {
        String rules = "tables:\n  u: tables/u.csv#code->hotline\nrules:\n  t: { from: a, table: u }\n";
        assertThat(verdicts(rules))
                .containsExactly("t NONE(table 'u' is ambiguous in reverse: '02' is the value of 'B' (line 3) and 'C'"
                        + " (line 4))");
        assertThatThrownBy(() -> set(rules + "reverse: true\n"))
                .hasMessage(
                        "m.map.yaml:8:24: table 'u' (tables/u.csv#code->hotline) is ambiguous in reverse: '02' is the"
                                + " value of 'B' (line 3) and 'C' (line 4). Mark one row in column 'prefer', or write reverse:"
                                + " { t: { prefer: { \"02\": B } } }");
        String preferred = rules + "reverse:\n  t: { prefer: { \"02\": C } }\n";
        assertThat(verdicts(preferred)).containsExactly("t PARTIAL(several codes of table 'u' become one value)");
        assertThat(back(preferred, "{\"t\":\"02\"}")).isEqualTo("{\"a\":\"C\"}");
    }

    @Test
    void mistakesInTheSectionNameTheirPlaceAndTheFix() {
        String rules =
                "rules:\n  channel: { const: W }\n  t: { from: a, table: k }\ntables:\n  k: { A: \"1\", B: \"1\" }\n";
        assertThatThrownBy(() -> set(rules + "reverse:\n  chanel: { check: W }\n  t: { prefer: { \"1\": D } }\n"
                        + "  channel: { chek: W }\n"))
                .hasMessage(String.join(
                        "\n",
                        "m.map.yaml:11:3: no rule writes the target path 'chanel'. Did you mean 'channel'?",
                        "m.map.yaml:12:23: 'prefer' of 't' names the code 'D', which table 'k' (m.map.yaml) does not turn"
                                + " into '1'. Codes: 'A', 'B'. Did you mean 'A'?",
                        "m.map.yaml:13:12: the reverse of 'channel' is { check: VALUE }, { prefer: { VALUE: CODE } } or"
                                + " { to: PATH, … }"));
    }

    @Test
    void aPreferenceForAValueThatNoRowHasIsToldWithTheValuesThatAre() {
        assertThatThrownBy(() -> set("tables:\n  u: tables/u.csv#code->hotline\nrules:\n  t: { from: a, table: u }\n"
                        + "reverse:\n  t: { prefer: { \"03\": C } }\n"))
                .hasMessage("m.map.yaml:10:24: 'prefer' of 't' names the value '03', which table 'u'"
                        + " (tables/u.csv#code->hotline) never gives. Values: '01', '02'. Did you mean '01'?");
    }

    @Test
    void ofTwoRulesThatComeBackIntoOneFieldTheLaterOneWinsAndTheEngineerIsTold() {
        String rules = "rules:\n  a: x\n  b: x\n  c: y\n";
        assertThat(set(rules).warnings()).isEmpty();
        String asked = rules + "reverse: true\n";
        assertThat(set(asked).warnings())
                .extracting(MappingProblem::toString)
                .containsExactly(
                        "m.map.yaml:7:6: warning: 'a' and 'b' both come back into 'x': where they differ, 'b' wins. Give one"
                                + " of them a way of its own under 'reverse'");
        assertThat(back(asked, "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}")).isEqualTo("{\"x\":\"2\",\"y\":\"3\"}");
    }
}
