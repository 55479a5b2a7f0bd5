package org.hotlinegateway.vault;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** How the six lines of a request are signed; the name travels in {@code X-Sign-Alg}. */
public enum SignatureAlgorithm {
    HMAC_SM3("HMAC-SM3", "bodySm3") {
        @Override
        Digest digest() {
            return new SM3Digest();
        }
    },
    HMAC_SHA256("HMAC-SHA256", "bodySha256") {
        @Override
        Digest digest() {
            return new SHA256Digest();
        }
    };

    private final String wireName;
    private final String bodyLine;

    SignatureAlgorithm(String wireName, String bodyLine) {
        this.wireName = wireName;
        this.bodyLine = bodyLine;
    }

    /** Finds an algorithm by its name on the wire. */
    public static Optional<SignatureAlgorithm> named(String wireName) {
        return Arrays.stream(values()).filter(a -> a.wireName.equals(wireName)).findFirst();
    }

    public String wireName() {
        return wireName;
    }

    String bodyLine() {
        return bodyLine;
    }

    abstract Digest digest();

    /** A hash for a body that is streamed. */
    public StreamHash newHash() {
        return new StreamHash(digest());
    }

    /** The hash of a body. */
    public byte[] hash(byte[] bytes) {
        Digest digest = digest();
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    byte[] sign(byte[] key, byte[] text) {
        HMac mac = new HMac(digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
