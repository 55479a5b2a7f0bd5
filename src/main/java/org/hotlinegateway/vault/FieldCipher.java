package org.hotlinegateway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals values at rest with AES-256-GCM. The place of a value (table and public id) is authenticated with it, so a
 * sealed value moved to another row does not open.
 */
public final class FieldCipher {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Looking one up costs as much as sealing a small value. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(FieldCipher::fresh);

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public FieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** The keyed hash under the same ring's search key. */
    public KeyedHash hashes() {
        return new KeyedHash(keys);
    }

    /** The ids of the keys that open, the one that seals first; ids are no secret. */
    public List<String> keyIds() {
        return keys.idsInOrder();
    }

    /** Seals with the current key; {@code place} names table and row. */
    public Sealed seal(byte[] plain, String place) {
        return sealWith(keys.currentId(), plain, place);
    }

    /** Seals with one of the keys, current or not. */
    public Sealed sealWith(String keyId, byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.fieldKey(keyId), nonce, place);
            ByteBuffer out = ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(plain.length));
            out.put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), out);
            return new Sealed(keyId, out.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value of " + place + " could not be sealed", e);
        }
    }

    /**
     * Opens what was sealed for the same place.
     *
     * @throws DoesNotOpen when a byte, the key or the place differs
     */
    public byte[] open(Sealed sealed, String place) {
        byte[] bytes = sealed.bytes();
        SecretKey key = keys.fieldKey(sealed.keyId());
        try {
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DoesNotOpen("the value of " + place + " does not open: changed, moved or another key", e);
        }
    }

    /** Likewise; null when it does not open, for whoever has something better to do with the rest of its row. */
    public byte @Nullable [] openOrNull(Sealed sealed, String place) {
        try {
            return open(sealed, place);
        } catch (DoesNotOpen e) {
            return null;
        }
    }

    private static Cipher fresh() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing in this JDK", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
