package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.TargetLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of mapping files are put to the test: each rule is broken, one of them must notice. */
class MutationRunTest {
    private static final String HEAD = """
            language: 1
            mapping: t
            source: { format: json }
            target: { format: json }
            tables: { k: { A: "01", B: "02" } }
            """;

    @TempDir
    private Path folder;

    private Findings run(String rules, String tests, int minScore) throws IOException {
        Path file = folder.resolve("t.map.yaml");
        Files.writeString(file, HEAD + rules + tests);
        return MutationRun.of(folder, MappingSet.load(folder, List.of(file)), minScore);
    }

    private static Stream<String> broken(String rules) {
        return Mutants.of(HEAD + rules, target -> TargetLimits.NONE).stream()
                .map(mutant -> mutant.line() + ":" + mutant.column() + " " + mutant);
    }

    private static List<String> texts(String rules) {
        int head = HEAD.length() + "rules:\n".length();
        return Mutants.of(HEAD + rules, target -> TargetLimits.NONE).stream()
                .map(mutant -> mutant.text().get().substring(head).strip())
                .toList();
    }

    @Test
    void whatNoTestNoticesIsToldWithItsPlace() throws IOException {
        Findings findings = run("""
                rules:
                  name: { from: name, required: true, cut: 3 }
                  kind: { from: kind, table: k }
                """, """
                tests:
                - name: 短名
                  in: { name: 测试甲, kind: A }
                  expect: { kind: "01" }
                """, 80);
        assertThat(findings.findings().stream().map(Finding::toString)).containsExactly("""
                t.map.yaml:7:3: warning: name: rule dropped, and no test of t.map.yaml notices""", """
                t.map.yaml:7:23: warning: name: 'required' dropped, and no test of t.map.yaml notices""", """
                t.map.yaml:7:39: warning: name: 'cut' dropped, and no test of t.map.yaml notices""");
        assertThat(findings.lines()).containsExactly("""
                t: 6 times broken, 3 noticed by tests, 0 refused by the check, 3 survived (50 %, asked for are 80 %)""", """
                6 times broken, 3 survived: 50 %""");
        assertThat(findings.failed()).isTrue();
    }

    @Test
    void testsThatSayEverythingLetNothingSurvive() throws IOException {
        Findings findings = run("""
                rules:
                  name: { from: name, required: true, cut: 3 }
                  kind: { from: kind, table: k }
                """, """
                tests:
                - name: 长名
                  in: { name: 测试甲乙, kind: A }
                  expect: { name: 测试甲, kind: "01" }
                - name: 无名
                  in: { name: " " }
                  error: { name: required }
                """, 100);
        assertThat(findings.lines()).containsExactly("""
                t: 6 times broken, 6 noticed by tests, 0 refused by the check, 0 survived (100 %)""", """
                6 times broken, 0 survived: 100 %""");
        assertThat(findings.failed()).isFalse();
    }

    @Test
    void everyClauseIsBrokenInItsWay() {
        assertThat(broken("""
                rules:
                  a: x[-1].y
                  b: { const: A }
                  c: { if: { all: [ x = 1, y = 2 ] }, from: z, date: iso, default: "7" }
                  d: { first: [ x, { text: "${y|-}z" } ] }
                  e: { choose: [ { when: x = 1, then: true }, { else: { from: y } } ] }
                  f: { from: x, table: k, else: pass }
                  g: { from: x, divide: 10, round: up }
                  h: { each: l, where: n > 1, rules: { i: { from: j, as: integer } } }
                """)).containsExactly("""
                7:3 a: rule dropped
                7:6 a: 'x[-1].y' other element taken
                8:3 b: rule dropped
                8:15 b: 'const' changed
                9:3 c: rule dropped
                9:8 c: 'if' dropped
                9:12 c: 'if' condition negated
                9:21 c: 'if' one condition of several dropped
                9:28 c: 'if' one condition of several dropped
                9:54 c: 'date' date pattern changed
                9:59 c: 'default' dropped
                9:68 c: 'default' changed
                10:3 d: rule dropped
                10:17 d: 'first' one source of several dropped
                10:20 d: 'first' one source of several dropped
                10:28 d: 'text' changed
                10:28 d: 'default in text' changed
                11:3 e: rule dropped
                11:18 e: 'choose' branch dropped
                11:26 e: 'when' condition negated
                11:39 e: 'then' changed
                11:47 e: 'choose' branch dropped
                12:3 f: rule dropped
                12:17 f: 'table' dropped
                12:33 f: 'else' changed
                13:3 g: rule dropped
                13:17 g: 'divide' dropped
                13:25 g: 'divide' changed
                13:29 g: 'round' dropped
                13:36 g: 'round' rounded the other way
                14:3 h: rule dropped
                14:40 h[].i: rule dropped
                14:58 h[].i: 'as' type changed
                14:17 h: 'where' dropped
                14:24 h: 'where' condition negated
                """.split("\n"));
    }

    @Test
    void onlyTheBrokenPlaceOfTheFileChanges() {
        assertThat(texts("""
                rules:
                  a: { from: x, required: true }   # stays
                  b:
                    from: y
                    default: '1'
                """)).containsExactly("""
                b:
                    from: y
                    default: '1'""", """
                a: { from: x }   # stays
                  b:
                    from: y
                    default: '1'""", """
                a: { from: x, required: true }""", """
                a: { from: x, required: true }   # stays
                  b:
                    from: y""", """
                a: { from: x, required: true }   # stays
                  b:
                    from: y
                    default: '2'""");
    }

    @Test
    void aClauseThatRepeatsTheSchemaIsNotBroken() {
        String rules = HEAD + """
                rules:
                  a: { from: x, required: true, maxLength: 10, oneOf: [ A ] }
                """;
        assertThat(Mutants.of(rules, target -> new TargetLimits(true, 10, true)))
                .extracting(Mutant::toString)
                .containsExactly("a: rule dropped");
        assertThat(Mutants.of(rules, target -> new TargetLimits(false, 20, false)))
                .extracting(Mutant::toString)
                .containsExactly(
                        "a: rule dropped", "a: 'required' dropped", "a: 'maxLength' dropped", "a: 'oneOf' dropped");
    }
}
