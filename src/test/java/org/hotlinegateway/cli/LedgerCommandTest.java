package org.hotlinegateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, check and restoration, as an operator calls them. */
class LedgerCommandTest {
    @TempDir
    Path folder;

    private Path data;
    private String backup;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void aLedger() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        backup = folder.resolve("backup.zip").toString();
        String keys = KeyRing.generate();
        Files.writeString(data.resolve("gateway.keys"), keys);
        SqlLedger.open(
                        LedgerSettings.at("jdbc:sqlite:" + data.resolve("ledger.db")),
                        new FieldCipher(KeyRing.parse(keys)),
                        Clock.systemUTC(),
                        cause -> {})
                .close();
    }

    @Test
    void aBackupIsTakenVerifiedAndPutBack() {
        assertThat(run("backup", backup, "--data-dir", data.toString())).isZero();
        assertThat(run("verify", backup, "--data-dir", data.toString())).isZero();
        assertThat(printed()).contains("storage keys needed: [1]", "  ledger.db", "whole");

        String keys = data.resolve("gateway.keys").toString();
        String other = folder.resolve("other").toString();
        assertThat(run("restore", backup, "--data-dir", other, "--keys", keys, "--reason", "演练"))
                .isZero();
        assertThat(printed()).contains("restored; deliveries whose outcome is unknown now: 0");
        assertThat(run("verify", "--data-dir", other, "--keys", keys)).isZero();
    }

    @Test
    void aLedgerIsNotReplacedUnlessAskedTo() {
        run("backup", backup, "--data-dir", data.toString());
        assertThat(run("restore", backup, "--data-dir", data.toString(), "--reason", "演练"))
                .isOne();
        assertThat(printed()).contains("or --replace to set it aside");
        assertThat(run("restore", backup, "--data-dir", data.toString(), "--replace", "--reason", "演练"))
                .isZero();
    }

    @Test
    void otherKeysAreRefusedByEveryCommandInTheSameWords() throws IOException {
        String wrong = Files.writeString(folder.resolve("wrong.keys"), KeyRing.generate())
                .toString();
        String there = data.toString();
        run("backup", backup, "--data-dir", there);

        assertThat(run("backup", backup + "2", "--data-dir", there, "--keys", wrong))
                .isOne();
        assertThat(run("verify", "--data-dir", there, "--keys", wrong)).isOne();
        assertThat(run("restore", backup, "--data-dir", folder + "/x", "--keys", wrong, "--reason", "演练"))
                .isOne();
        PrintStream print = new PrintStream(out);
        assertThat(GatewayCommand.run(
                        new String[] {"map", "explain", "--message", "1", "--data-dir", there, "--keys", wrong},
                        print,
                        print))
                .isOne();

        assertThat(printed().split("these are not the storage keys of this ledger: field.1 is another key", -1))
                .hasSize(5);
    }

    @Test
    void whatIsNoBackupIsSaidSo() throws IOException {
        Path other = Files.writeString(folder.resolve("other.zip"), "no zip");
        assertThat(run("verify", other.toString(), "--data-dir", data.toString()))
                .isOne();
        assertThat(printed()).contains("other.zip cannot be read as a backup");
        assertThat(run("verify", "--data-dir", folder.resolve("none").toString()))
                .isOne();
        assertThat(printed()).contains("no ledger in");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "ledger";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        PrintStream print = new PrintStream(out);
        return GatewayCommand.run(all, print, print);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
