package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that accepts messages is killed without warning; every receipt it gave stays good. */
class KillTest {
    @TempDir
    Path folder;

    @Test
    void everyReceiptGivenBeforeAKillIsFoundAfterIt() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys"), KeyRing.generate());
        List<String> receipts = new ArrayList<>();

        for (int kill = 1; kill <= 3; kill++) {
            List<String> given = acceptUntilKilled(keys, "kill" + kill);
            assertThat(given).isNotEmpty();
            receipts.addAll(given);
        }

        try (SqlLedger ledger = SqlLedger.open(
                LedgerSettings.at(url(folder)), cipher(keys), new MovableClock(Sample.NOW), cause -> {})) {
            assertThat(receipts)
                    .doesNotHaveDuplicates()
                    .allSatisfy(receipt -> assertThat(ledger.messageByReceipt(receipt))
                            .hasValueSatisfying(message -> assertThat(new String(message.raw(), StandardCharsets.UTF_8))
                                    .isEqualTo("body of " + message.messageKey())));
        }
    }

    private List<String> acceptUntilKilled(Path keys, String prefix) throws Exception {
        Path log = folder.resolve(prefix + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Accepting.class.getName(),
                        folder.toString(),
                        keys.toString(),
                        prefix)
                .redirectError(log.toFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> given = new ArrayList<>();
            given.add(firstReceipt(out, log));
            process.waitFor(ThreadLocalRandom.current().nextInt(20, 700), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            out.lines().filter(KillTest::isReceipt).forEach(given::add);
            return given;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String firstReceipt(BufferedReader out, Path log) throws IOException {
        String line = out.readLine();
        while (line != null && !isReceipt(line)) {
            line = out.readLine();
        }
        assertThat(line).as(() -> read(log)).isNotNull();
        return String.valueOf(line);
    }

    private static boolean isReceipt(String line) {
        return line.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("ledger.db");
    }

    static FieldCipher cipher(Path keys) throws IOException {
        return new FieldCipher(KeyRing.parse(Files.readString(keys)));
    }
}
