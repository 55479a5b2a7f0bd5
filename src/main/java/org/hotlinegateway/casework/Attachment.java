package org.hotlinegateway.casework;

import org.jspecify.annotations.Nullable;

/**
 * A file of a case.
 *
 * @param location in the gateway's store, never a peer's address
 */
public record Attachment(
        String id,
        String name,
        long size,
        @Nullable String mediaType,
        @Nullable String hash,
        @Nullable String hashAlg,
        @Nullable String location) {}
