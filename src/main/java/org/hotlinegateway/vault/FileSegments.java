package org.hotlinegateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The segments of a sealed file: each is sealed alone with AES-256-GCM under a key made for this file, so that a large
 * file flows through little memory. A segment's nonce holds its place and whether it is the last; the header is
 * authenticated with every segment and the file's address with the last. Source: the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015).
 */
final class FileSegments {
    static final int PLAIN = 64 * 1024;
    static final int TAG = 16;
    static final int SEALED = PLAIN + TAG;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final String DERIVATION = "HmacSHA256";
    private static final byte[] PURPOSE = "hotline-gateway/sealed-file/1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE = 12;

    private final SecretKey key;
    private final byte[] header;
    private final Cipher cipher;

    FileSegments(SecretKey fieldKey, byte[] header) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(fieldKey);
            mac.update(PURPOSE);
            this.key = new SecretKeySpec(mac.doFinal(header), "AES");
            this.cipher = Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(DERIVATION + " or " + ALGORITHM + " is missing in this JDK", e);
        }
        this.header = header.clone();
    }

    byte[] seal(long place, byte[] plain, int length) throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, nonce(place, false), "", plain, length);
    }

    byte[] sealLast(long place, String address, byte[] plain, int length) throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, nonce(place, true), address, plain, length);
    }

    byte[] open(long place, byte[] sealed, int length) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, nonce(place, false), "", sealed, length);
    }

    byte[] openLast(long place, String address, byte[] sealed, int length) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, nonce(place, true), address, sealed, length);
    }

    private byte[] run(int mode, byte[] nonce, String address, byte[] in, int length) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(address.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(in, 0, length);
    }

    private static byte[] nonce(long place, boolean last) {
        return ByteBuffer.allocate(NONCE).putLong(place).putInt(last ? 1 : 0).array();
    }
}
