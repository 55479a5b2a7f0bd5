package org.hotlinegateway.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The signatures a peer makes and checks, written apart from the gateway's own. */
final class Signatures {
    private Signatures() {}

    /** SM3 or SHA-256 of some bytes, lower hex. */
    static String hash(boolean sm3, byte[] bytes) {
        return hex(digest(sm3 ? new SM3Digest() : new SHA256Digest(), bytes));
    }

    /** Signs the six lines of a request; {@code alg} is HMAC-SM3 or HMAC-SHA256. */
    static String sign(String alg, String secret, String method, String path, Stamp stamp, byte[] body) {
        boolean sm3 = alg.equals("HMAC-SM3");
        String bodyHash = hash(sm3, body);
        String lines = String.join(
                "\n",
                method,
                path,
                "appId=" + stamp.appId(),
                "timestamp=" + stamp.timestamp(),
                "nonce=" + stamp.nonce(),
                (sm3 ? "bodySm3=" : "bodySha256=") + bodyHash);
        return hmac(sm3 ? new SM3Digest() : new SHA256Digest(), secret, lines);
    }

    /** The QM of a legacy message: MD5 over its HEAD without QM, sorted by name. */
    static String headMark(Map<String, String> head, String secret, Charset charset) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(head).forEach((name, value) -> {
            if (!name.equals("QM")) {
                text.append(name).append('=').append(value).append('&');
            }
        });
        byte[] bytes = text.append("appSecret=").append(secret).toString().getBytes(charset);
        return hex(digest(new MD5Digest(), bytes)).toUpperCase(Locale.ROOT);
    }

    private static String hmac(Digest digest, String secret, String text) {
        HMac mac = new HMac(digest);
        mac.init(new KeyParameter(secret.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return hex(out);
    }

    private static byte[] digest(Digest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Who signs, when (epoch milliseconds) and with which number used once. */
    record Stamp(String appId, String timestamp, String nonce) {}
}
