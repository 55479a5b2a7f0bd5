package org.hotlinegateway.vault;

import java.util.HexFormat;
import org.bouncycastle.crypto.Digest;

/** A hash of bytes that pass by and are never all in memory. */
public final class StreamHash {
    private final Digest digest;

    StreamHash(Digest digest) {
        this.digest = digest;
    }

    public void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** The hash of everything so far in lower hex; starts again from nothing. */
    public String hex() {
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
