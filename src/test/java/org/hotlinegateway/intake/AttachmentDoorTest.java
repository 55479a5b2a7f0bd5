package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotlinegateway.intake.Knock.Answer;
import org.hotlinegateway.ledger.AttachmentBytes;
import org.hotlinegateway.ledger.AttachmentSettlement;
import org.hotlinegateway.ledger.AttachmentState;
import org.hotlinegateway.ledger.Attachments;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.vault.ParameterSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AttachmentDoorTest extends AtTheDoor {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final byte[] PICTURE = picture(150_000);

    @Autowired
    Attachments attachments;

    private String caseNo;

    @BeforeEach
    void aCase() {
        caseNo = aCase("{\"orders\":[{\"peer\":\"hotline\",\"orderNo\":\"1\"}]}");
    }

    @Test
    void aSignedUploadIsTakenOnceAndGivenBackAsItWas() {
        Answer taken = upload(form("F1", "权属材料.jpg", PICTURE)).send();
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        assertThat(taken.json().path("mediaType").asString("")).isEqualTo("image/jpeg");
        Answer again = upload(form("F1", "权属材料.jpg", PICTURE)).send();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("duplicate").asBoolean(false)).isTrue();
        assertThat(upload(form("F1", "权属材料.jpg", picture(10))).send().code()).isEqualTo("idempotency-conflict");

        String id = taken.json().path("attachment").asString("");
        assertThat(get(id, "demo-window").code()).isEqualTo("attachment-waiting");
        settle(id, AttachmentState.KEPT);
        Answer file = get(id, "demo-window");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.bytes()).isEqualTo(PICTURE);
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"____.jpg\"; filename*=UTF-8''%E6%9D%83%E5%B1%9E%E6%9D%90%E6%96%99.jpg");
    }

    @Test
    void aPartOfAFileMayBeAskedFor() {
        String id = kept("F1", PICTURE);
        Answer part =
                ask(id, "demo-window").header("Range", "bytes=70000-70009").send();
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 70000-70009/150000");
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(PICTURE, 70_000, 70_010));
        assertThat(ask(id, "demo-window").header("Range", "bytes=-5").send().bytes())
                .isEqualTo(Arrays.copyOfRange(PICTURE, 149_995, 150_000));
        assertThat(ask(id, "demo-window")
                        .header("Range", "bytes=150000-")
                        .send()
                        .status())
                .isEqualTo(416);
        assertThat(ask(id, "demo-window").header("Range", "lines=1-2").send().status())
                .isEqualTo(200);
    }

    @Test
    void onlyThosePeersGetAFileThatExchangeFilesAndSeeTheCase() {
        String id = kept("F1", PICTURE);
        assertThat(get(id, "demo-hotline").status()).isEqualTo(200);
        assertThat(get(id, "demo-hotline-legacy").code()).isEqualTo("attachment-not-found");
        assertThat(get(id, "demo-supervision").code()).isEqualTo("attachment-not-found");
        assertThat(get(id, "demo-nobody").status()).isEqualTo(401);
        assertThat(ask(id, "").unsigned().header("Authorization", "").send().status())
                .isEqualTo(401);
        assertThat(get("0000", "demo-window").code()).isEqualTo("attachment-not-found");
    }

    @Test
    void aFileOfASecretCaseStaysWithTheWindow() {
        caseNo = aCase("{\"secret\":true,\"orders\":[{\"peer\":\"hotline\",\"orderNo\":\"1\"}]}");
        String id = kept("F1", PICTURE);
        assertThat(get(id, "demo-hotline").code()).isEqualTo("attachment-not-found");
        assertThat(get(id, "demo-window").status()).isEqualTo(200);
    }

    @Test
    void aFileThatWasNotTakenIsGone() {
        String id = upload(form("F1", "a.jpg", PICTURE))
                .send()
                .json()
                .path("attachment")
                .asString("");
        settle(id, AttachmentState.REFUSED);
        assertThat(get(id, "demo-window").code()).isEqualTo("attachment-gone");
    }

    @Test
    void anUploadWithAWrongSignatureCountsForNothing() {
        assertThat(upload(form("F1", "a.jpg", PICTURE)).signature("00").send().code())
                .isEqualTo("signature-invalid");
        byte[] body = form("F1", "a.jpg", PICTURE).bytes();
        Knock signed = upload(form("F1", "a.jpg", PICTURE)).nonce("used-once-" + caseNo.substring(25));
        assertThat(signed.send().status()).isEqualTo(202);
        body[body.length / 2] ^= 1;
        assertThat(upload(form("F2", "a.jpg", PICTURE)).secret("another").send().code())
                .isEqualTo("signature-invalid");
        assertThat(signed.send().code()).isEqualTo("nonce-replayed");
        assertThat(upload(form("F2", "a.jpg", PICTURE))
                        .signedAs("hotline-12345")
                        .send()
                        .code())
                .isEqualTo("signature-invalid");
        assertThat(upload(form("F2", "a.jpg", PICTURE)).timestamp("1").send().code())
                .isEqualTo("timestamp-outside-window");
        assertThat(upload(form("F2", "a.jpg", PICTURE)).unsigned().send().code())
                .isEqualTo("credential-missing");
        assertThat(attachments.of(caseNo)).hasSize(1);
    }

    @Test
    void aLegacyPeerProvesItselfByTheFormsFields() throws Exception {
        Form form = new Form()
                .file("a.jpg", "image/jpeg", PICTURE)
                .field("caseNo", caseNo)
                .field("fileId", "F1")
                .field("hash", sha256(PICTURE));
        String mark = ParameterSignature.md5(new TreeMap<>(form.fields()), "demo-secret-not-real", UTF_8);
        assertThat(to("hotline-legacy", form.field("QM", mark)).send().status()).isEqualTo(202);
        assertThat(to("hotline-legacy", form.field("fileId", "F2")).send().code())
                .isEqualTo("signature-invalid");
        form.fields().remove("hash");
        assertThat(to("hotline-legacy", form).send().code()).isEqualTo("credential-missing");
    }

    @Test
    void aPeerWithATokenProvesItselfByIt() {
        Form form = form("F1", "a.jpg", PICTURE);
        assertThat(to("appointment", form).send().code()).isEqualTo("credential-missing");
        assertThat(to("appointment", form.field("token", "wrong")).send().code())
                .isEqualTo("token-invalid");
        assertThat(to("appointment", form.field("token", "demo-token")).send().status())
                .isEqualTo(202);
    }

    @Test
    void whatIsNoGoodFileIsRefusedWithItsReason() {
        Answer wrongHash = upload(form("F1", "a.jpg", PICTURE).field("hash", "00".repeat(32)))
                .send();
        assertThat(wrongHash.status()).isEqualTo(422);
        assertThat(wrongHash.code()).isEqualTo("file-refused");
        assertThat(wrongHash.text()).contains("HASH_MISMATCH");
        assertThat(upload(new Form()
                                .field("caseNo", caseNo)
                                .field("fileId", "F1")
                                .file("a.jpg", "image/png", PICTURE))
                        .send()
                        .text())
                .contains("TYPE_MISMATCH");
        byte[] page = "<!DOCTYPE html><html><body>login</body></html>".getBytes(UTF_8);
        assertThat(upload(form("F1", "a.jpg", page)).send().text()).contains("PAGE_INSTEAD_OF_FILE");
        assertThat(attachments.of(caseNo)).isEmpty();
    }

    @Test
    void aMessageThatIsNoUploadIsToldSo() {
        assertThat(upload(new Form().field("caseNo", caseNo).field("fileId", "F1"))
                        .send()
                        .code())
                .isEqualTo("request-invalid");
        assertThat(upload(new Form().file("a.jpg", "image/jpeg", PICTURE))
                        .send()
                        .code())
                .isEqualTo("request-invalid");
        assertThat(upload(form("F1", "a.jpg", PICTURE).file("b.jpg", "image/jpeg", PICTURE))
                        .send()
                        .code())
                .isEqualTo("request-invalid");
        byte[] cut = Arrays.copyOf(form("F1", "a.jpg", PICTURE).bytes(), 100_000);
        assertThat(upload(form("F1", "a.jpg", PICTURE)).body(cut).send().code()).isEqualTo("request-invalid");
        assertThat(upload(form("F1", "a.jpg", PICTURE))
                        .contentType("application/json")
                        .send()
                        .code())
                .isEqualTo("request-invalid");
        assertThat(new Knock(port, "/api/v1/supervision/attachments")
                        .contentType(Form.TYPE)
                        .bearer("demo-supervision")
                        .send()
                        .code())
                .isEqualTo("address-unknown");
        assertThat(attachments.of(caseNo)).isEmpty();
    }

    @Test
    void aHostileNameHarmsNothing() {
        String id = upload(form("F1", "../../../etc/pass\\\"wd.jpg", PICTURE))
                .send()
                .json()
                .path("attachment")
                .asString("");
        settle(id, AttachmentState.KEPT);
        assertThat(get(id, "demo-window").header("Content-Disposition"))
                .doesNotContain("..")
                .doesNotContain("/")
                .contains("filename*=UTF-8''");
    }

    private Knock upload(Form form) {
        return to("window", form).signedAs("window-dongqu");
    }

    private Knock to(String peer, Form form) {
        return new Knock(port, "/api/v1/" + peer + "/attachments")
                .contentType(Form.TYPE)
                .body(form.bytes());
    }

    private Form form(String fileId, String name, byte[] content) {
        return new Form().field("caseNo", caseNo).field("fileId", fileId).file(name, "image/jpeg", content);
    }

    private Knock ask(String id, String token) {
        return new Knock(port, "/api/v1/attachments/" + id).method("GET").bearer(token);
    }

    private Answer get(String id, String token) {
        return ask(id, token).send();
    }

    private String kept(String fileId, byte[] content) {
        String id = upload(form(fileId, "a.jpg", content))
                .send()
                .json()
                .path("attachment")
                .asString("");
        settle(id, AttachmentState.KEPT);
        return id;
    }

    /** What the round does behind the door. */
    private void settle(String id, AttachmentState state) {
        StoredAttachment claimed = attachments
                .claim(attachments.find(id).orElseThrow().id(), Duration.ofMinutes(1))
                .join()
                .orElseThrow();
        AttachmentBytes bytes = new AttachmentBytes(claimed.address(), claimed.size(), claimed.mediaType());
        ledger.write(tx -> tx.attachments().settle(claimed, new AttachmentSettlement(state, null, "MALWARE", bytes)))
                .join();
    }

    private String aCase(String document) {
        String number = "BBCS-442000002-20210908-%04d".formatted(5_000 + NUMBERS.incrementAndGet());
        ledger.write(tx -> {
                    tx.insertCase(
                            new StoredCase(0, number, "HANDED_OFF", "ZS-DQ", null, 0, document.getBytes(UTF_8), NOW));
                    return true;
                })
                .join();
        return number;
    }

    private static byte[] picture(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        byte[] start = HexFormat.of().parseHex("ffd8ffe000104a464946");
        System.arraycopy(start, 0, picture, 0, Math.min(size, start.length));
        return picture;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
