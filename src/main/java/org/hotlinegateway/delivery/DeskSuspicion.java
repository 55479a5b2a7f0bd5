package org.hotlinegateway.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a group's failures are laid to; told, not proven.
 *
 * @param at when it happened, or began
 * @param digest of the mapping set, its publication's number, who published it and why; null for an outage
 */
public record DeskSuspicion(
        Kind kind,
        Instant at,
        String text,
        @Nullable Long publication,
        @Nullable String digest,
        @Nullable String by,
        @Nullable String reason) {

    /** Kinds of cause. */
    public enum Kind {
        /** The first failure came shortly after a mapping set went live. */
        MAPPING_PUBLISHED,
        /** The peer could not be reached, or gave no answer. */
        PEER_OUTAGE
    }
}
