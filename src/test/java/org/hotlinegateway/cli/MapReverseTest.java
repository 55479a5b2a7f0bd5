package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code map reverse} and {@code map fuzz}, as an engineer calls them. */
class MapReverseTest {
    private static final String FILE = """
            language: 1
            mapping: t
            source: { format: json }
            target: { format: json }
            tables: { k: { A: "01", B: "01" } }
            rules:
              N: { from: name, prefix: HL- }
              channel: { const: WINDOW }
              K: { from: kind, table: k }
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aFolderWithOneMapping() throws IOException {
        write("t.map.yaml", FILE);
        write("target.json", "{\"N\":\"HL-7\",\"channel\":\"WINDOW\",\"K\":\"01\"}");
        write("original.json", "{\"name\":\"6\",\"other\":1}");
        write("wrong.json", "{\"N\":\"7\"}");
        Files.createDirectories(folder.resolve("samples"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private int run(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "map";
        all[1] = command;
        all[2] = at("t.map.yaml");
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return GatewayCommand.run(all, new PrintStream(out), new PrintStream(err));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyRuleIsPrintedWithItsClassAndPlace() {
        assertThat(run("reverse", "--print")).isZero();
        assertThat(printed()).isEqualTo("""
                        N       -> name  EXACT  t.map.yaml:7:6
                        channel  NONE(a constant, no source value)  t.map.yaml:8:12
                        K        NONE(table 'k' is ambiguous in reverse: '01' is the value of 'A' (line 5) and 'B' (line 5))  t.map.yaml:9:6
                        3 rule(s): 1 EXACT, 0 PARTIAL, 2 NONE
                        """);
    }

    @Test
    void theTableIsAvailableAsJson() throws IOException {
        write("t.map.yaml", FILE.replace(", B: \"01\"", "").replace("  channel: { const: WINDOW }\n", ""));
        assertThat(run("reverse", "--format", "json")).isZero();
        assertThat(printed())
                .isEqualTo(
                        "[{\"target\":\"N\",\"sources\":[\"name\"],\"kind\":\"EXACT\",\"why\":\"\",\"place\":\"t.map.yaml:7:6\"},"
                                + "{\"target\":\"K\",\"sources\":[\"kind\"],\"kind\":\"EXACT\",\"why\":\"\",\"place\":\"t.map.yaml:8:6\"}]\n");
    }

    @Test
    void aTargetMessageIsReadBackwards() {
        assertThat(run("reverse", "--in", at("target.json"))).isZero();
        assertThat(printed()).isEqualTo("{\"name\":\"7\"}");
    }

    @Test
    void changesArePutBackOntoTheOriginal() {
        assertThat(run("reverse", "--in", at("target.json"), "--onto", at("original.json")))
                .isZero();
        assertThat(printed()).isEqualTo("{\"name\":\"7\",\"other\":1}");
    }

    @Test
    void aMessageThatCannotComeBackIsToldWithExitCodeTwo() {
        assertThat(run("reverse", "--in", at("wrong.json"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("t.map.yaml:7:6: N: VALUE does not have the form 'HL-…' its rule writes (from name)\n");
    }

    @Test
    void aFileThatAsksForItsReverseMustHaveOne() throws IOException {
        write("t.map.yaml", FILE + "reverse: true\n");
        assertThat(run("reverse", "--print")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("t.map.yaml:9:27: table 'k' (t.map.yaml) is ambiguous in reverse: '01' is the value of 'A'"
                        + " (line 5) and 'B' (line 5). Write reverse: { K: { prefer: { \"01\": A } } }\n");
    }

    @Test
    void fuzzTriesTheLawsAndTellsItsSeed() {
        assertThat(run("fuzz", "--seed", "1", "--tries", "50")).isZero();
        assertThat(printed())
                .matches("seed 1\nt: 50 tries, \\d+ mapped, \\d+ refused, 0 not writable, every law holds\n");
    }

    @Test
    void aBrokenLawIsExitCodeOneAndItsMessageIsKept() throws IOException {
        write("t.map.yaml", FILE.replace(", B: \"01\"", "") + "reverse:\n  channel: { check: PHONE }\n");
        assertThat(run("fuzz", "--seed", "1", "--save", at("broken.json"))).isEqualTo(1);
        assertThat(printed())
                .contains("BROKEN: putting back the unchanged result changes nothing\n"
                        + "  channel VALUE is not 'PHONE' (t.map.yaml:11:21)\n"
                        + "  smallest message: {}\n");
        assertThat(folder.resolve("broken.json")).hasContent("{}");
    }
}
