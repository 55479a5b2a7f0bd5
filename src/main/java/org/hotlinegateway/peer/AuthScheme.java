package org.hotlinegateway.peer;

/** How a peer proves who it is, and how the gateway proves itself to it. */
public enum AuthScheme {
    HMAC_SM3,
    HMAC_SHA256,
    /** MD5 over the HEAD of an XML message; legacy only, over a private line or TLS. */
    MD5_HEAD,
    /** A static token inside the message. */
    TOKEN
}
