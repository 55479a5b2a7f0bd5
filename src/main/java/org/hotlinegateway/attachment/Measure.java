package org.hotlinegateway.attachment;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.hotlinegateway.vault.StreamHash;
import org.jspecify.annotations.Nullable;

/** Measures a file while its bytes pass by. */
final class Measure {
    private static final int HEAD = 64 * 1024;

    private final MessageDigest sha256 = sha256();
    private final StreamHash sm3 = SignatureAlgorithm.HMAC_SM3.newHash();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long size;

    void pass(byte[] bytes, int from, int length) {
        sha256.update(bytes, from, length);
        sm3.update(bytes, from, length);
        head.write(bytes, from, Math.min(length, HEAD - head.size()));
        size += length;
    }

    long size() {
        return size;
    }

    /** What it was; {@code name} helps only to tell apart types that begin alike. */
    Facts facts(FileTypes types, @Nullable String name) {
        return new Facts(
                size, HexFormat.of().formatHex(sha256.digest()), sm3.hex(), types.of(head.toByteArray(), name));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
