package org.hotlinegateway.vault;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The MD5 signature of legacy peers: parameters sorted by name, {@code k=v} joined by {@code &}, then the secret. It
 * does not cover the body and MD5 is broken, so such peers are reached over a private line or TLS only.
 */
public final class ParameterSignature {
    private ParameterSignature() {}

    /**
     * Signs.
     *
     * @param parameters all signed parameters without the signature itself
     * @param appSecret the shared secret
     * @param charset the charset in which the message travels
     * @return upper hex
     */
    public static String md5(Map<String, String> parameters, String appSecret, Charset charset) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('&'));
        text.append("appSecret=").append(appSecret);
        return HexFormat.of()
                .withUpperCase()
                .formatHex(digest().digest(text.toString().getBytes(charset)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks MD5, which legacy peers need", e);
        }
    }
}
