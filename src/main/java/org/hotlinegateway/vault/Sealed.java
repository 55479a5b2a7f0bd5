package org.hotlinegateway.vault;

/**
 * An encrypted value.
 *
 * @param keyId id of the key that sealed it
 * @param bytes nonce and ciphertext
 */
public record Sealed(String keyId, byte[] bytes) {}
