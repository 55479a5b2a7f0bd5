package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sub-commands of the jar, as an engineer calls them. */
class CliTest {
    private static final String FILE = """
            language: 1
            mapping: t
            source: { format: json }
            target: { format: xml, root: M, encoding: GBK }
            tables: { k: { A: "01" } }
            rules:
              N: { from: name, required: true }
              K: { from: kind, table: k }
              T: { from: $now, date: yyyyMMdd }
            tests:
            - name: 全
              in: samples/a.json
              expect: { N: 测试甲, K: "01" }
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aFolderWithOneMapping() throws IOException {
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(folder.resolve("samples/a.json"), "{\"name\":\"测试甲\",\"kind\":\"A\"}");
        Files.writeString(folder.resolve("t.map.yaml"), FILE);
    }

    private int run(String... arguments) {
        return GatewayCommand.run(arguments, new PrintStream(out), new PrintStream(err));
    }

    private String file() {
        return folder.resolve("t.map.yaml").toString();
    }

    private String sample() {
        return folder.resolve("samples/a.json").toString();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"map check", "mpa check", "serve", "--help", "-h", "--version", "-V"})
    void aWordOrACallForHelpStartsNoServer(String line) {
        assertThat(GatewayCommand.isMeantBy(line.split(" "))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=0", "--spring.profiles.active=prod --debug", "--debug"})
    void settingsAloneAreForTheServer(String line) {
        assertThat(GatewayCommand.isMeantBy(line.split(" "))).isFalse();
    }

    @Test
    void withoutArgumentsItServes() {
        assertThat(GatewayCommand.isMeantBy(new String[0])).isFalse();
    }

    @Test
    void helpTellsOfTheCommandsAndOfServing() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("map ", "ledger ", "Without a command it serves", "docs/operating.md");
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(printed()).startsWith("hotline-gateway ");
    }

    @Test
    void aMisspeltCommandIsRefusedWithTheOneThatIsNear() {
        assertThat(run("mpa", "check")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'mpa'", "map");
    }

    @Test
    void checkTellsHowManyFilesAreGood() {
        assertThat(run("map", "check", "--mappings", folder.toString())).isZero();
        assertThat(printed()).startsWith("1 mapping(s) checked, 0 warning(s), set ");
    }

    @Test
    void aFolderStandsForTheMappingFilesInIt() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/deeper"));
        Files.writeString(other.resolve("u.map.yaml"), FILE.replace("mapping: t", "mapping: u"));
        assertThat(run("map", "check", folder.resolve("other").toString())).isZero();
        assertThat(printed()).startsWith("1 mapping(s) checked");
        out.reset();
        assertThat(run("map", "check", folder.toString())).isZero();
        assertThat(printed()).startsWith("2 mapping(s) checked");
    }

    @Test
    void aFolderWithoutMappingFilesIsToldApartFromAGoodOne() {
        assertThat(run("map", "check", folder.resolve("samples").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no mapping file in this folder", "*.map.yaml");
    }

    @Test
    void aMisspeltFileIsToldWithTheOneThatIsNear() {
        assertThat(run("map", "check", folder.resolve("tt.map.yaml").toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("no file 'tt.map.yaml'", "Did you mean 't.map.yaml'?");
    }

    @Test
    void checkReadsTheSamplesWhereThereIsNoSchema() throws IOException {
        Files.writeString(folder.resolve("t.map.yaml"), FILE.replace("from: kind", "from: kynd"));
        assertThat(run("map", "check", file())).isZero();
        assertThat(printed())
                .startsWith(
                        "t.map.yaml:3:1: warning: no source schema, checked against 1 sample(s): none of them has kynd");
    }

    @Test
    void checkFailsAndTellsEveryProblem() throws IOException {
        Files.writeString(
                folder.resolve("t.map.yaml"),
                FILE.replace("table: k", "tabel: k").replace("$now", "$nwo"));
        assertThat(run("map", "check", file())).isEqualTo(1);
        assertThat(printed())
                .contains("t.map.yaml:8:20: unknown clause 'tabel'")
                .contains("t.map.yaml:9:14: unknown context value '$nwo'")
                .endsWith("2 error(s)\n");
    }

    @Test
    void testRunsTheTestsAndCountsTheRules() {
        assertThat(run("map", "test", file())).isZero();
        assertThat(printed()).isEqualTo("t: rules 3 of 3, branches 0 of 0, table rows 1 of 1\n1 of 1 test(s) passed\n");
    }

    @Test
    void testShowsEveryDifferenceByPath() throws IOException {
        Files.writeString(folder.resolve("t.map.yaml"), FILE.replace("测试甲, K: \"01\"", "测试乙, K: \"02\""));
        assertThat(run("map", "test", file())).isEqualTo(1);
        assertThat(printed()).startsWith("""
                t.map.yaml:11:3: test '全' failed
                  N: expected "测试乙", found "测试甲"
                  K: expected "02", found "01"
                """);
    }

    @Test
    void aTestWithoutExpectationFails() throws IOException {
        Files.writeString(folder.resolve("t.map.yaml"), FILE.replaceAll("  expect.*", ""));
        assertThat(run("map", "test", file())).isEqualTo(1);
        assertThat(printed()).contains("a test without 'expect' or 'error' shows nothing");
    }

    @Test
    void runWritesTheTargetsOwnBytes() {
        assertThat(run("map", "run", file(), "--in", sample(), "--at", "2021-09-08T15:53:01+08:00"))
                .isZero();
        assertThat(out.toString(Charset.forName("GBK")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?><M><N>测试甲</N><K>01</K><T>20210908</T></M>");
    }

    @Test
    void runTellsFieldErrorsWithoutTheirValues() throws IOException {
        Files.writeString(folder.resolve("samples/a.json"), "{\"kind\":\"Z\"}");
        assertThat(run("map", "run", file(), "--in", sample())).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                t.map.yaml:7:6: N: REQUIRED required, but name is missing (from name)
                t.map.yaml:8:6: K: TABLE_MISS is in no row of table 'k' (t.map.yaml), rule t.map.yaml:8:6 (from kind)
                """);
    }

    @Test
    void explainTellsWhichRuleMadeWhichField() {
        assertThat(run("map", "explain", file(), "--in", sample())).isZero();
        assertThat(printed()).isEqualTo("""
                N <- name  t.map.yaml:7:6
                K <- kind [table k t.map.yaml:5:16]  t.map.yaml:8:6
                T <- $now  t.map.yaml:9:6
                """);
    }
}
