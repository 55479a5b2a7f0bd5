package org.hotlinegateway.peer;

import java.util.Optional;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;

/** How a peer proves who it is, and how the gateway proves itself to it. */
public enum AuthScheme {
    HMAC_SM3(SignatureAlgorithm.HMAC_SM3),
    HMAC_SHA256(SignatureAlgorithm.HMAC_SHA256),
    /** MD5 over the HEAD of an XML message; legacy only, over a private line or TLS. */
    MD5_HEAD(null),
    /** A static token inside the message. */
    TOKEN(null);

    private final @Nullable SignatureAlgorithm algorithm;

    AuthScheme(@Nullable SignatureAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** The algorithm of the signing headers; empty when the proof is inside the message. */
    public Optional<SignatureAlgorithm> algorithm() {
        return Optional.ofNullable(algorithm);
    }
}
