package org.hotlinegateway.casework;

import org.jspecify.annotations.Nullable;

/**
 * The person or firm whose request a case is.
 *
 * @param callerPhone the phone called from; never merged with {@code contactPhone}
 * @param masked values arrived masked: kept as they are, never validated
 * @param nameHash keyed hash for search, as the other hashes
 */
public record Requester(
        Kind kind,
        @Nullable String name,
        @Nullable String orgName,
        @Nullable String gender,
        @Nullable String certType,
        @Nullable String certNo,
        @Nullable String callerPhone,
        @Nullable String contactPhone,
        @Nullable String uscc,
        @Nullable Boolean agent,
        boolean masked,
        @Nullable String nameHash,
        @Nullable String phoneHash,
        @Nullable String certHash) {
    /** What sort of requester. ANONYMOUS and SYSTEM have no identity. */
    public enum Kind {
        PERSON,
        ORG,
        ANONYMOUS,
        SYSTEM
    }

    /** The requester of a case that the gateway opened by itself. */
    static Requester system() {
        return new Requester(
                Kind.SYSTEM, null, null, null, null, null, null, null, null, null, false, null, null, null);
    }
}
