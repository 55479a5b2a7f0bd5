package org.hotlinegateway.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Makes personal values findable without keeping them: HMAC-SM3 under the search key, lower hex. */
public final class KeyedHash {
    private final byte[] key;

    public KeyedHash(KeyRing keys) {
        this.key = keys.searchKey();
    }

    /** Hash of a value already in its normal form. */
    public String of(String value) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
