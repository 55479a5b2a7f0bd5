package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import org.hotlinegateway.intake.Knock.Answer;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorCredentialsTest extends AtTheDoor {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @EnumSource
    void aWellSignedMessageIsTaken(SignatureAlgorithm algorithm) {
        Answer answer = window().algorithm(algorithm).send();
        assertThat(answer.status()).isIn(200, 202);
        assertThat(answer.json().path("receipt").asString("")).isNotBlank();
    }

    @Test
    void thePublishedVectorPassesTheSignatureAndFailsOnItsFields() {
        Answer answer = window().body("{\"caseNo\":\"BBCS-442000002-20210908-0016\",\"event\":\"CASE_CREATED\"}")
                .nonce("3f9c1b7e5a2d4c60")
                .signature("76e9d883191559941c2fed2e92078d9800b5356fabd2223c7c938d72c0e05848")
                .send();
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aMessageWithoutAnyProofIsRefused() {
        assertRefused(window().unsigned().send(), "credential-missing");
    }

    @Test
    void aBadSignatureIsRefused() {
        assertRefused(window().secret("guessed").send(), "signature-invalid");
    }

    @Test
    void aBodyThatTheSignatureDoesNotCoverIsRefused() {
        String signatureOfAnotherBody = "76e9d883191559941c2fed2e92078d9800b5356fabd2223c7c938d72c0e05848";
        Knock changed = window().nonce("3f9c1b7e5a2d4c60").signature(signatureOfAnotherBody);
        assertRefused(changed.send(), "signature-invalid");
    }

    @Test
    void anotherPeersAppIdIsRefused() {
        assertRefused(window().signedAs("perf-12345").send(), "signature-invalid");
    }

    @Test
    void anUnknownAlgorithmIsRefused() {
        assertRefused(
                window().unsigned()
                        .header("X-Sign", "ab")
                        .header("X-Sign-Alg", "MD5")
                        .send(),
                "signature-invalid");
    }

    @Test
    void aReplayedNonceIsRefused() {
        Knock once = window().nonce("used-only-once");
        assertThat(once.send().status()).isIn(200, 202);
        assertRefused(once.send(), "nonce-replayed");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301_000, 301_000})
    void aTimestampFartherThanFiveMinutesIsRefused(long off) {
        String stale = String.valueOf(NOW.plus(Duration.ofMillis(off)).toEpochMilli());
        assertRefused(window().timestamp(stale).send(), "timestamp-outside-window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "99999999999999999999"})
    void aTimestampThatIsNoneIsRefused(String timestamp) {
        assertThat(window().timestamp(timestamp).send().status()).isEqualTo(401);
    }

    @Test
    void aTimestampWithinFiveMinutesPasses() {
        String early = String.valueOf(NOW.minusSeconds(299).toEpochMilli());
        assertThat(window().timestamp(early).send().status()).isIn(200, 202);
    }

    @Test
    void aDemoTokenOpensItsOwnPeersDoorOnly() {
        assertThat(window().bearer("demo-window").send().status()).isIn(200, 202);
        assertRefused(window().bearer("demo-hotline").send(), "token-invalid");
    }

    @Test
    void aLegacyMessageProvesItselfByItsHead() {
        Answer answer = legacy().send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.bytes(), GB18030)).contains("<CODE>0</CODE>");
    }

    @Test
    void aLegacyHeadThatWasChangedIsRefused() {
        String changed = new String(golden("G5.xml"), GB18030).replace("-0007", "-0008");
        assertRefused(legacy().body(changed.getBytes(GB18030)).send(), "signature-invalid");
    }

    @Test
    void aLegacyMessageWithoutSignatureIsRefused() {
        String bare = "<MESSAGE><HEAD><LSH>1</LSH></HEAD><BODY/></MESSAGE>";
        assertRefused(legacy().body(bare.getBytes(UTF_8)).send(), "credential-missing");
    }

    @Test
    void aWrongTokenIsRefused() {
        assertRefused(
                appointment()
                        .body(goldenText("G7.json").replace("demo-token", "guessed"))
                        .send(),
                "token-invalid");
    }

    @Test
    void aMessageWithoutItsTokenIsRefused() {
        assertRefused(appointment().body("{\"params\":{}}").send(), "credential-missing");
    }

    @Test
    void theRightTokenIsTaken() {
        Answer answer = appointment().send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString("")).isEqualTo("1");
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isNotBlank();
        assertThat(answer.code()).isEqualTo(code);
    }
}
