package org.hotlinegateway.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * What a peer signs of an HTTP request: method, path, who, when, a nonce and a hash of the raw body. Verifying compares
 * in constant time. Source: the signing convention of the peer handbook; SM2 joins as a further
 * {@link SignatureAlgorithm}.
 *
 * @param method upper case
 * @param path path of the address without query, as the peer wrote it
 * @param appId who signs
 * @param timestamp epoch milliseconds as text
 * @param nonce used once
 * @param bodyHash lower hex of the hash of the body as it travels, by the algorithm
 */
public record RequestSignature(
        String method,
        String path,
        String appId,
        String timestamp,
        String nonce,
        Function<SignatureAlgorithm, String> bodyHash) {

    /** A request whose body is at hand; empty when there is none. */
    public RequestSignature(String method, String path, String appId, String timestamp, String nonce, byte[] body) {
        this(method, path, appId, timestamp, nonce, algorithm -> HexFormat.of().formatHex(algorithm.hash(body)));
    }

    /** The signature in lower hex. */
    public String sign(SignatureAlgorithm algorithm, String key) {
        byte[] mac = algorithm.sign(utf8(key), utf8(text(algorithm)));
        return HexFormat.of().formatHex(mac);
    }

    /** True when the signature is this request's under the key. */
    public boolean matches(SignatureAlgorithm algorithm, String key, String signature) {
        return ConstantTime.equal(sign(algorithm, key), signature);
    }

    /** The six lines. */
    String text(SignatureAlgorithm algorithm) {
        return String.join(
                "\n",
                method,
                path,
                "appId=" + appId,
                "timestamp=" + timestamp,
                "nonce=" + nonce,
                algorithm.bodyLine() + "=" + bodyHash.apply(algorithm));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
