package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.SetArchive;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engineer asks a data folder which mapping sets were live, and goes back to one. */
class KeptSetsTest {
    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path data;
    private Path mappings;
    private String first;
    private String second;

    @BeforeEach
    void twoSetsWereLive() throws IOException {
        data = root.resolve("data");
        mappings = Files.createDirectories(root.resolve("mappings"));
        first = start("2021-09-08T07:53:01Z", "01");
        second = start("2021-09-09T01:00:00Z", "02");
    }

    @Test
    void historyTellsWhichSetWasLiveWhenAndWhy() {
        assertThat(run("history", "--data-dir", data.toString())).isZero();
        assertThat(out())
                .isEqualTo("""
                * 2021-09-09 09:00:00  %s  start  gateway: files found at the start (after %s)
                  2021-09-08 15:53:01  %s  start  gateway: files found at the start (first)
                """.formatted(second.substring(0, 12), first.substring(0, 12), first.substring(0, 12)));
    }

    @Test
    void diffComparesTwoKeptSets() {
        assertThat(run("diff", "previous", second.substring(0, 8), "--data-dir", data.toString()))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("""
                note.map.yaml changed
                  code
                  - 9: { const: "01" }
                  + 9: { const: "02" }
                1 file(s) differ
                """);
    }

    @Test
    void diffComparesTheLiveSetWithAFolder() {
        assertThat(run("diff", "live", mappings.toString(), "--data-dir", data.toString()))
                .isZero();
        assertThat(out()).isEqualTo("no difference\n");
    }

    @Test
    void anUnknownSetIsToldWithWhatWasExpected() {
        assertThat(run("diff", "0123abcd", "live", "--data-dir", data.toString()))
                .isEqualTo(2);
        assertThat(err())
                .startsWith("no kept mapping set '0123abcd' in " + data
                        + ". Expected a digest of 'map history', its first 8 digits at least, live or previous");
    }

    @Test
    void aFolderWithoutSetsIsToldAsSuch() {
        assertThat(run("history", "--data-dir", root.toString())).isEqualTo(1);
        assertThat(err())
                .isEqualTo("no mapping sets below " + root
                        + ". Expected the data folder of a gateway that ran: --data-dir DIR\n");
    }

    @Test
    void aStoppedGatewayIsRolledBackOnItsLedger() {
        assertThat(run("rollback", "--offline", "--reason", "wrong code", "--data-dir", data.toString()))
                .as(err())
                .isZero();
        assertThat(out())
                .isEqualTo("mapping set " + first
                        + " is publication 1: a gateway whose files are unchanged starts with it\n");
        try (SqlLedger ledger = SqlLedger.open(
                LedgerSettings.at("jdbc:sqlite:" + data.resolve("ledger.db")),
                new FieldCipher(KeyRing.parse(KeyRing.generate())),
                Clock.systemUTC(),
                cause -> {})) {
            var newest = ledger.publications().newest().orElseThrow();
            assertThat(newest.digest()).isEqualTo(first);
            assertThat(newest.reason()).isEqualTo("wrong code");
            assertThat(newest.by()).isEqualTo("staff");
        }
    }

    @Test
    void aRollbackSaysWhenNoGatewayAnswers() {
        assertThat(run("rollback", "--reason", "r", "--url", "http://localhost:1"))
                .isEqualTo(1);
        assertThat(err()).isEqualTo("no gateway answers at http://localhost:1. When it is stopped, add --offline\n");
    }

    private String start(String at, String code) throws IOException {
        Files.writeString(mappings.resolve("note.map.yaml"), """
                language: 1
                mapping: note
                version: 1
                title: note
                source: { format: json }
                target: { format: json }
                zone: Asia/Shanghai
                rules:
                  code: { const: "%s" }
                """.formatted(code));
        return LiveMappings.start(
                        mappings,
                        new SetArchive(data.resolve("mapping-sets")),
                        InstantSource.fixed(Instant.parse(at)),
                        Set::of)
                .live()
                .digest();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "map";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return GatewayCommand.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
