package org.hotlinegateway.faults;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request to the door as the peer handbook says, with HMAC-SHA256; written apart from the gateway's own. */
final class DoorSignature {
    private static final String APP_ID = "window-dongqu";

    private DoorSignature() {}

    /** The headers that prove who sends this body to this path, good for one use. */
    static Map<String, String> headers(String secret, String path, byte[] body, long atMillis, String nonce) {
        String lines = String.join(
                "\n",
                "POST",
                path,
                "appId=" + APP_ID,
                "timestamp=" + atMillis,
                "nonce=" + nonce,
                "bodySha256=" + sha256(body));
        return Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "X-App-Id",
                APP_ID,
                "X-Timestamp",
                Long.toString(atMillis),
                "X-Nonce",
                nonce,
                "X-Sign-Alg",
                "HMAC-SHA256",
                "X-Sign",
                hmac(secret, lines));
    }

    /** Lower hex. */
    static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
