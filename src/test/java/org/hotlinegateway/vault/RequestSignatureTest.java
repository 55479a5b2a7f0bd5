package org.hotlinegateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotlinegateway.vault.SignatureAlgorithm.HMAC_SHA256;
import static org.hotlinegateway.vault.SignatureAlgorithm.HMAC_SM3;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {
    private static final String SECRET = "demo-secret-not-real";
    private static final byte[] BODY =
            "{\"caseNo\":\"BBCS-442000002-20210908-0016\",\"event\":\"CASE_CREATED\"}".getBytes(UTF_8);
    private static final RequestSignature VECTOR = new RequestSignature(
            "POST", "/api/v1/window/events", "window-dongqu", "1631087580000", "3f9c1b7e5a2d4c60", BODY);

    @Test
    void sm3HashesAbcAsTheStandardSays() {
        assertThat(hex(HMAC_SM3.hash("abc".getBytes(UTF_8))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void theBodyIsHashedAsTheVectorsSay() {
        assertThat(hex(HMAC_SM3.hash(BODY)))
                .isEqualTo("d50e619fb4bdd393450598b9ea397c0a82ce3bfe6baf1fb2f771bddd5ad65597");
        assertThat(hex(HMAC_SHA256.hash(BODY)))
                .isEqualTo("2c35b0ac1b2f0861ea1877fb1891114e982ddba3cb4744372c92020149b56d47");
    }

    @Test
    void theSixLinesAreJoinedWithoutATrailingOne() {
        assertThat(VECTOR.text(HMAC_SHA256)).isEqualTo("""
                        POST
                        /api/v1/window/events
                        appId=window-dongqu
                        timestamp=1631087580000
                        nonce=3f9c1b7e5a2d4c60
                        bodySha256=2c35b0ac1b2f0861ea1877fb1891114e982ddba3cb4744372c92020149b56d47""");
    }

    @Test
    void theVectorsAreSignedAsPublished() {
        assertThat(VECTOR.sign(HMAC_SM3, SECRET))
                .isEqualTo("76e9d883191559941c2fed2e92078d9800b5356fabd2223c7c938d72c0e05848");
        assertThat(VECTOR.sign(HMAC_SHA256, SECRET))
                .isEqualTo("a61eb43768cc641caa68ebfe216759520171d50f005b893a7698cc5eea28414b");
    }

    @Test
    void theOrderOfG8IsSignedAsPublished() throws IOException {
        RequestSignature g8 = order("G8.json", "1624587200000", "5b0d9c3a7e1f4826");
        assertThat(g8.sign(HMAC_SM3, SECRET))
                .isEqualTo("0134bb28c1988b557fdb7c82de73b199968f737f5d99b8e24d9d59f30ad8130f");
        assertThat(g8.sign(HMAC_SHA256, SECRET))
                .isEqualTo("d02332de4939f2b0738233203f5bdc429c58331693153a55b00ec6a32fcb8d2f");
    }

    @Test
    void theOrderOfG19IsSignedAsPublished() throws IOException {
        assertThat(order("G19.json", "1630549805000", "0c47e29b6d8a1f35").sign(HMAC_SM3, SECRET))
                .isEqualTo("19e3b63b8c913c12ae6da2ce7cf01c82512f1fc7d21d063b76286e08025d86b5");
    }

    @Test
    void aChangedByteOrAnotherKeyDoesNotMatch() {
        String signature = VECTOR.sign(HMAC_SM3, SECRET);
        byte[] changed = BODY.clone();
        changed[10] ^= 1;
        assertThat(VECTOR.matches(HMAC_SM3, SECRET, signature)).isTrue();
        assertThat(VECTOR.matches(HMAC_SM3, "another", signature)).isFalse();
        assertThat(VECTOR.matches(HMAC_SHA256, SECRET, signature)).isFalse();
        assertThat(VECTOR.matches(HMAC_SM3, SECRET, "")).isFalse();
        assertThat(withBody(changed).matches(HMAC_SM3, SECRET, signature)).isFalse();
    }

    private static RequestSignature order(String golden, String timestamp, String nonce) throws IOException {
        return new RequestSignature("POST", "/hotline/v2/orders", "zs-bbcs-gw", timestamp, nonce, golden(golden));
    }

    private static RequestSignature withBody(byte[] body) {
        return new RequestSignature(
                VECTOR.method(), VECTOR.path(), VECTOR.appId(), VECTOR.timestamp(), VECTOR.nonce(), body);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = RequestSignatureTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
