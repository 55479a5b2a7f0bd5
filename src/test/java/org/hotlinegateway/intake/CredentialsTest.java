package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void theHeadOfALegacyMessageIsReadInItsDeclaredCharset() throws IOException {
        LegacyHead head = LegacyHead.read(golden("G5.xml"), null);
        assertThat(head.charset()).isEqualTo(GB18030);
        assertThat(head.fields())
                .containsEntry("LSH", "HZ20210922160130-0007")
                .containsEntry("QM", "F4732FDA7A83389675EE1EBB99DE57E9")
                .hasSize(5);
    }

    @Test
    void aProfilesCharsetBeatsALyingDeclaration() {
        byte[] lies = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><MESSAGE><HEAD><LY>热线</LY></HEAD></MESSAGE>"
                .getBytes(GB18030);
        assertThat(LegacyHead.read(lies, "GBK").fields()).containsEntry("LY", "热线");
    }

    @Test
    void theBodyOfALegacyMessageIsNotReadForItsHead() {
        byte[] broken = "<MESSAGE><HEAD><LY>12345</LY></HEAD><BODY><".getBytes(UTF_8);
        assertThat(LegacyHead.read(broken, null).fields()).containsEntry("LY", "12345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<MESSAGE/>",
                "<MESSAGE><BODY/></MESSAGE>",
                "<MESSAGE><HEAD><LY><DEEP/></LY></HEAD></MESSAGE>",
                "<MESSAGE><HEAD><LY>1</LY><LY>2</LY></HEAD></MESSAGE>",
                "<!DOCTYPE MESSAGE [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><MESSAGE><HEAD><LY>&x;</LY></HEAD></MESSAGE>",
                "<!DOCTYPE MESSAGE><MESSAGE><HEAD><LY>1</LY></HEAD></MESSAGE>",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?><MESSAGE><HEAD><LY>1</LY></HEAD></MESSAGE>"
            })
    void aMessageWithoutAReadableHeadIsMalformed(String message) {
        assertMalformed(() -> LegacyHead.read(message.getBytes(UTF_8), null));
    }

    @Test
    void aHeadWithoutEndIsMalformed() {
        String many = "<F>1</F>".repeat(100_000);
        assertMalformed(() -> LegacyHead.read(("<MESSAGE><HEAD>" + many).getBytes(UTF_8), null));
    }

    @Test
    void theTokenIsFoundAtItsPath() {
        assertThat(token("{\"token\":\"t\",\"params\":{}}", "token")).isEqualTo("t");
        assertThat(token("{\"params\":{\"token\":\"inner\"},\"token\":\"outer\"}", "token"))
                .isEqualTo("outer");
        assertThat(token("{\"head\":{\"auth\":\"t\"}}", "head.auth")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "\"token\"", "{\"token\":null}", "{\"token\":7}", "{\"token\":{\"token\":\"t\"}}"})
    void noTextAtThePathIsNoToken(String message) {
        assertThat(token(message, "token")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"token\"", "<xml/>", "{\"a\":}"})
    void noJsonIsMalformed(String message) {
        assertMalformed(() -> token(message, "token"));
    }

    @Test
    void aDepthBombIsMalformed() {
        String bomb = "{\"a\":" + "[".repeat(500_000);
        assertMalformed(() -> token(bomb, "token"));
    }

    @Test
    void anEventNamesItsLaneByCaseThenByItsAlertThenByTheNumberAtThePeer() {
        assertThat(head("{\"id\":\"1\",\"subject\":\"C\",\"peerReference\":\"O\"}")
                        .lane())
                .isEqualTo("C");
        assertThat(head("{\"id\":\"1\",\"peerReference\":\"O\"}").lane()).isEqualTo("O");
        assertThat(head("{\"payload\":{\"hallCode\":\"ZS-SX\",\"taskTypeId\":\"t-8831\",\"slotDate\":\"2021-06-25\"}}")
                        .lane())
                .isEqualTo("NN|ZS-SX|t-8831|2021-06-25");
        assertThat(head("{\"peerReference\":\"O\",\"payload\":{\"alertKey\":\"NN|A\"}}")
                        .lane())
                .isEqualTo("NN|A");
        assertThat(head("{\"payload\":{\"hallCode\":\"ZS-SX\"}}").lane()).isNull();
        assertThat(head("").id()).isNull();
    }

    private static EventHead head(String event) {
        return EventHead.of(event.getBytes(UTF_8));
    }

    private static @Nullable String token(String message, String path) {
        return BodyToken.find(message.getBytes(UTF_8), path);
    }

    private static void assertMalformed(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    private static byte[] golden(String name) throws IOException {
        try (var in = CredentialsTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }
}
