package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken beside a running gateway, and put back where there is none. */
class BackupTest {
    private final MovableClock clock = new MovableClock(Sample.NOW);
    private final String keyText = KeyRing.generate();
    private final KeyRing keys = KeyRing.parse(keyText);

    @TempDir
    Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void dataFolder() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        file = folder.resolve("backup.zip");
        Files.writeString(data.resolve("gateway.keys"), keyText);
        Files.createDirectories(data.resolve("mapping-sets"));
        Files.writeString(data.resolve("mapping-sets/history.tsv"), "a line\n");
        Files.createDirectories(data.resolve("files/ab"));
        Files.writeString(data.resolve("files/ab/cd"), "sealed");
    }

    @Test
    void itHoldsWhatWasAcknowledgedBeforeAndTheMappingSetsButNoKey() throws IOException {
        try (SqlLedger ledger = open(data)) {
            String before = accept(ledger, "W1");
            BackupManifest made = Backup.take(data, file, keys, Sample.NOW);
            String after = accept(ledger, "W2");

            assertThat(made.rows()).containsEntry("message", 1L);
            assertThat(made.keyIds()).containsExactly("1");
            assertThat(made.files()).containsOnlyKeys("ledger.db", "files/ab/cd", "mapping-sets/history.tsv");
            assertThat(Backup.verify(file, keys)).isEqualTo(made);
            try (SqlLedger restored = open(restore(folder.resolve("other")))) {
                assertThat(restored.messageByReceipt(before)).isPresent();
                assertThat(restored.messageByReceipt(after)).isEmpty();
            }
        }
        assertThat(Files.readString(folder.resolve("other/mapping-sets/history.tsv")))
                .isEqualTo("a line\n");
        assertThat(folder.resolve("other/gateway.keys")).doesNotExist();
    }

    @Test
    void aChangedByteIsFound() throws IOException {
        backUp();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Backup.verify(file, keys)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherKeysAreFoundBeforeAnythingIsReplaced() {
        backUp();
        KeyRing sameName = KeyRing.parse(KeyRing.generate());
        assertThatThrownBy(() -> Backup.verify(file, sameName)).hasMessageContaining("field.1 is another key");
        KeyRing otherName = KeyRing.parse(KeyRing.generate().replace("field.1", "field.2"));
        assertThatThrownBy(() -> Backup.verify(file, otherName))
                .hasMessageContaining("field.1 is missing. Given are field.2 and a search key");
    }

    @Test
    void aLedgerThatIsThereIsSetAsideOnlyWhenAskedTo() throws IOException {
        backUp();
        assertThatThrownBy(() -> restore(data)).hasMessageContaining("exists. Expected a folder without a ledger");

        new BackupRestore(data, keys, clock).from(file, true, this::restoration);

        try (var aside = Files.list(data)) {
            assertThat(aside.filter(one -> one.getFileName().toString().startsWith("before-restore-")))
                    .singleElement()
                    .satisfies(one -> assertThat(one.resolve("ledger.db")).exists());
        }
    }

    @Test
    void aLedgerInUseIsNotReplaced() {
        backUp();
        try (SqlLedger running = open(data)) {
            assertThatThrownBy(() -> new BackupRestore(data, keys, clock).from(file, true, this::restoration))
                    .hasMessageContaining("another gateway uses");
            assertThat(accept(running, "W2")).isNotBlank();
        }
    }

    private void backUp() {
        try (SqlLedger ledger = open(data)) {
            accept(ledger, "W1");
            Backup.take(data, file, keys, Sample.NOW);
        }
    }

    private Path restore(Path target) {
        new BackupRestore(target, keys, clock).from(file, false, this::restoration);
        return target;
    }

    private Restoration restoration(BackupManifest manifest) {
        return new Restoration(manifest.takenAt(), clock.instant(), Map.of(), "drill");
    }

    private SqlLedger open(Path in) {
        return SqlLedger.open(
                LedgerSettings.at("jdbc:sqlite:" + in.resolve("ledger.db")), new FieldCipher(keys), clock, cause -> {});
    }

    private static String accept(SqlLedger ledger, String key) {
        return ledger.accept(Sample.message(key, "lane", "body of " + key))
                .join()
                .receipt();
    }
}
