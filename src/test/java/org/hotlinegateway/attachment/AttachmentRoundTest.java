package org.hotlinegateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Damage;
import org.hotlinegateway.ledger.UploadedAttachment.Verdict;
import org.hotlinegateway.vault.DamagedFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentRoundTest {
    private static final byte[] PICTURE = Depot.picture(200_000);

    @TempDir
    Path folder;

    private final StandInClamd clamd = new StandInClamd();
    private final FileHost host = new FileHost();
    private Depot depot;

    @BeforeEach
    void open() {
        Scanner scanner = new AttachmentSettings(
                        null, clamd.address(), true, Duration.ofMillis(1500), Duration.ofHours(24))
                .newScanner();
        depot = new Depot(folder, scanner, host.host());
        depot.aCase();
        host.content = PICTURE;
    }

    @AfterEach
    void close() {
        depot.close();
        host.close();
        clamd.close();
    }

    @Test
    void anUploadIsKeptAfterItsScanAndTheCaseHearsOfIt() throws Exception {
        depot.names("F1", said("权属材料.jpg", null));
        assertThat(depot.uploads("F1", PICTURE, said("权属材料.jpg", null)).verdict())
                .isEqualTo(Verdict.TAKEN);
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.STORED);
        depot.work();

        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.KEPT);
        assertThat(clamd.scanned()).isEqualTo(1);
        assertThat(depot.heard).hasSize(1);
        assertThat(depot.heard.get(0))
                .contains("\"id\":\"F1\"", "\"size\":200000", "\"from\":\"window\"", sha256(PICTURE))
                .contains("/api/v1/attachments/" + depot.the("F1").publicId());
        assertThat(depot.content("F1")).isEqualTo(PICTURE);
    }

    @Test
    void aFileNamedWithItsAddressIsFetched() throws Exception {
        depot.names("F1", said("a.jpg", host.url()));
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.KEPT);
        assertThat(depot.content("F1")).isEqualTo(PICTURE);
    }

    @Test
    void malwareIsRefusedAndNothingOfItStays() throws Exception {
        byte[] eicar = StandInClamd.EICAR.getBytes(StandardCharsets.US_ASCII);
        depot.uploads("F1", eicar, said("a.txt", null));
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.REFUSED);
        assertThat(depot.the("F1").reason()).isEqualTo("MALWARE");
        assertThat(depot.heard).isEmpty();
        assertThat(depot.lying()).isEmpty();
    }

    @Test
    void nothingPassesUnscannedWhileTheScannerIsDown() throws Exception {
        clamd.mode = StandInClamd.Mode.SILENT;
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        for (int i = 0; i < 2; i++) {
            depot.later(Duration.ofMinutes(11));
            assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.STORED);
            assertThat(depot.the("F1").reason()).isEqualTo("SCANNER_DOWN");
        }
        assertThat(depot.heard).isEmpty();

        clamd.mode = StandInClamd.Mode.OK;
        depot.later(Duration.ofMinutes(11));
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.KEPT);
    }

    @Test
    void aDeadHostIsTriedAgainAndThenLeftToAPerson() {
        depot.names("F1", said("a.jpg", host.url()));
        host.close();
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.WANTED);
        assertThat(depot.the("F1").reason()).isEqualTo("NO_ANSWER");
        depot.later(Duration.ofMinutes(11));
        depot.later(Duration.ofMinutes(11));
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.HELD);
    }

    @Test
    void halfAnAnswerIsNoFile() throws Exception {
        fails(FileHost.Mode.HALF, "INCOMPLETE");
        host.mode = FileHost.Mode.OK;
        depot.later(Duration.ofMinutes(11));
        assertThat(depot.content("F1")).isEqualTo(PICTURE);
    }

    @Test
    void aLoginPageIsNoFile() throws Exception {
        fails(FileHost.Mode.LOGIN_PAGE, "PAGE_INSTEAD_OF_FILE");
        host.mode = FileHost.Mode.OK;
        depot.later(Duration.ofMinutes(11));
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.KEPT);
    }

    @Test
    void aHostThatIsBusyOrSilentIsTriedAgain() {
        fails(FileHost.Mode.BUSY, "NO_ANSWER");
        host.mode = FileHost.Mode.SILENT;
        depot.later(Duration.ofMinutes(11));
        assertThat(depot.the("F1").reason()).isEqualTo("NO_ANSWER");
    }

    @Test
    void aHostThatRefusesIsToldSo() {
        fails(FileHost.Mode.GONE, "REFUSED_BY_HOST");
    }

    @Test
    void aHostThatNeverEndsIsStopped() {
        host.mode = FileHost.Mode.ENDLESS;
        depot.names("F1", said("a.jpg", host.url()));
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.REFUSED);
        assertThat(depot.the("F1").reason()).isEqualTo("TOO_LARGE");
        assertThat(depot.lying()).isEmpty();
    }

    @Test
    void aRedirectWithinTheHostIsFollowed() throws Exception {
        host.mode = FileHost.Mode.REDIRECT;
        host.location = "/moved";
        depot.names("F1", said("a.jpg", host.url()));
        depot.work();
        assertThat(depot.content("F1")).isEqualTo(PICTURE);
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        try (FileHost inside = new FileHost()) {
            inside.content = PICTURE;
            host.mode = FileHost.Mode.REDIRECT;
            host.location = inside.url();
            depot.names("F1", said("a.jpg", host.url()));
            depot.work();
            assertThat(depot.the("F1").reason()).isEqualTo("HOST_NOT_ALLOWED");
            assertThat(inside.asked()).isZero();
        }
    }

    @Test
    void anAddressThatIsNotThePeersIsNeverAsked() {
        String[] addresses = {
            "http://169.254.169.254/latest/meta-data/",
            "file:///etc/passwd",
            "ftp://" + host.host() + "/1",
            "http://user:secret@" + host.host() + "/1",
            "http://" + host.host() + ".evil.example/1",
            "http://127.0.0.1:" + host.host().replaceAll(".*:", "") + "/1",
            "not an address"
        };
        for (int i = 0; i < addresses.length; i++) {
            depot.names("F" + i, said("a.jpg", addresses[i]));
            depot.work();
            assertThat(depot.the("F" + i).reason()).as(addresses[i]).isEqualTo("HOST_NOT_ALLOWED");
        }
        assertThat(host.asked()).isZero();
    }

    @Test
    void whatIsSaidOfAFileIsHeldAgainstIt() throws Exception {
        assertRefused(Finding.HASH_MISMATCH, PICTURE, new Description("a.jpg", null, null, "00", "SHA-256", null));
        assertRefused(
                Finding.HASH_MISMATCH, PICTURE, new Description("a.jpg", null, null, sha256(PICTURE), "SM3", null));
        assertRefused(Finding.SIZE_MISMATCH, PICTURE, new Description("a.jpg", 7L, null, null, null, null));
        assertRefused(Finding.TYPE_MISMATCH, PICTURE, new Description("a.jpg", null, "image/png", null, null, null));
        assertRefused(Finding.EMPTY, new byte[0], said("a.jpg", null));
        assertRefused(Finding.TYPE_NOT_ALLOWED, new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}, said("a.jpg", null));
        assertThatThrownBy(() -> depot.uploads("F1", Depot.picture(1_048_577), said("a.jpg", null)))
                .isInstanceOfSatisfying(
                        NotTaken.class, e -> assertThat(e.finding()).isEqualTo(Finding.TOO_LARGE));
        assertThat(depot.lying()).isEmpty();
        String hash = sha256(PICTURE).toUpperCase(Locale.ROOT);
        assertThat(depot.uploads("F1", PICTURE, new Description("a.jpg", 200_000L, "image/jpg", hash, null, null))
                        .verdict())
                .isEqualTo(Verdict.TAKEN);
    }

    @Test
    void theHashOfTheMessageCountsEvenWhenTheUploadDeclaresNone() throws Exception {
        depot.names("F1", new Description("a.jpg", 200_000L, "image/jpeg", "00".repeat(32), "SHA-256", null));
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.REFUSED);
        assertThat(depot.the("F1").reason()).isEqualTo("HASH_MISMATCH");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(PICTURE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> depot.store.receive(broken, 1_000_000, "a.jpg"))
                .isInstanceOf(IOException.class);
        assertThat(depot.lying()).isEmpty();
    }

    @Test
    void bytesThatACrashLeftWithoutTheirRowAreSweptOnceTheyAreOld() throws Exception {
        depot.store.keep(depot.store.receive(new ByteArrayInputStream(PICTURE), 1_000_000, "a.jpg"));
        depot.store.receive(new ByteArrayInputStream(Depot.picture(10)), 1_000_000, "b.jpg");
        depot.uploads("F1", Depot.picture(1000), said("c.jpg", null));
        ageAllBy(Duration.ofHours(1));
        assertThat(depot.sweep.run()).isZero();
        ageAllBy(Duration.ofHours(25));
        assertThat(depot.sweep.run()).isEqualTo(2);
        assertThat(depot.lying()).hasSize(1);
        assertThat(depot.content("F1")).isEqualTo(Depot.picture(1000));
    }

    @Test
    void twoFilesOfTheSameContentShareTheirBytesAndOneMayGo() throws Exception {
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        depot.uploads("F2", PICTURE, said("b.jpg", null));
        assertThat(depot.lying()).hasSize(1);
        assertThat(depot.the("F1").address()).isEqualTo(depot.the("F2").address());
    }

    @Test
    void aTamperedFileIsRefusedHeldAndReported() throws Exception {
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        depot.work();
        Path file = depot.lying().get(0);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> depot.content("F1")).isInstanceOf(DamagedFile.class);
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.HELD);
        assertThat(depot.the("F1").reason()).isEqualTo(AttachmentFiles.DAMAGED);
    }

    @Test
    void oneWhoseDescriptionDoesNotOpenIsHeldAndTheOthersGoOn() throws Exception {
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        depot.uploads("F2", PICTURE, said("b.jpg", null));
        Damage.to(depot.ledger, "attachment", "described", "file_id = 'F1'");
        depot.work();

        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.HELD);
        assertThat(depot.the("F1").reason()).isEqualTo("DOES_NOT_OPEN");
        assertThat(depot.stateOf("F2")).isEqualTo(AttachmentState.KEPT);
        assertThat(depot.uploads("F1", PICTURE, said("a.jpg", null)).verdict()).isEqualTo(Verdict.TAKEN);
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.KEPT);
    }

    @Test
    void aFileDamagedBeforeItsScanIsHeldAndItsPeerMayUploadItAgain() throws Exception {
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        Path file = depot.lying().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.HELD);

        depot.uploads("F1", PICTURE, said("a.jpg", null));
        depot.work();
        assertThat(depot.content("F1")).isEqualTo(PICTURE);
    }

    @Test
    void oneThatTheStoreDoesNotGiveIsReadAgainLater() throws Exception {
        depot.uploads("F1", PICTURE, said("a.jpg", null));
        Path file = depot.lying().get(0);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.createDirectory(file);
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.STORED);
        assertThat(depot.the("F1").reason()).isEqualTo("STORE_FAULT");

        Files.delete(file);
        Files.write(file, bytes);
        depot.later(Duration.ofMinutes(11));
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.KEPT);
    }

    private void fails(FileHost.Mode mode, String reason) {
        host.mode = mode;
        depot.names("F1", said("a.jpg", host.url()));
        depot.work();
        assertThat(depot.stateOf("F1")).isEqualTo(AttachmentState.WANTED);
        assertThat(depot.the("F1").reason()).isEqualTo(reason);
        assertThat(depot.lying()).isEmpty();
    }

    private void assertRefused(Finding finding, byte[] content, Description said) {
        assertThatThrownBy(() -> depot.uploads("F1", content, said))
                .isInstanceOfSatisfying(
                        NotTaken.class, e -> assertThat(e.finding()).isEqualTo(finding));
    }

    private void ageAllBy(Duration age) throws IOException {
        for (Path file : depot.lying()) {
            Files.setLastModifiedTime(file, FileTime.from(depot.clock.instant().minus(age)));
        }
    }

    private static Description said(String name, @Nullable String from) {
        return new Description(name, null, null, null, null, from);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
